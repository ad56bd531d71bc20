/// A world of a few places, in the form of the tables that ship.
enum FixtureData {
  static let files: [String: String] = [
    "folding.tsv": """
    from\tto\tnote
    '\t\tapostrophe
    ’\t\tapostrophe
    ʼ\t\tapostrophe
    -\t \thyphen
    ‑\t \tnon-breaking hyphen
    –\t \ten dash
    —\t \tem dash
    ı\ti\tdotless i
    ə\te\tschwa
    ß\tss\tsharp s
    ø\to\t
    й\tи\t
    ё\tе\t
    і\tи\t
    ї\tи\t
    є\tе\t
    """,
    "settlements/UA.tsv": """
    geonameid\tname\tlat\tlon\tcountry\tadmin1\tadmin2\tpopulation\tnames
    698740\tOdesa\t46.48572\t30.74383\tUA\t17\t\t1010537\tOdessa|Odesa|Одеса|ru:Одесса|Oděsa
    703448\tKyiv\t50.45466\t30.5238\tUA\t12\t\t2797553\tKiev|Київ|Киев|Kiyev
    707471\tIvano-Frankivsk\t48.92312\t24.71248\tUA\t06\t\t204200\tIvano-Frankivs’k|Ивано-Франковск
    700569\tMykolaiv\t46.96591\t31.9974\tUA\t16\t\t510840\tNikolaev|Миколаїв
    706369\tKherson\t46.65581\t32.6178\tUA\t08\t\t320477\tХерсон
    690688\tUsatove\t46.53241\t30.64872\tUA\t17\t\t9000\tУсатове
    711416\tBilhorod-Dnistrovskyi\t46.19445\t30.35\tUA\t17\t\t57206\tБілгород-Дністровський
    706448\tNova Kakhovka\t46.75451\t33.34861\tUA\t08\t\t52611\tНовая Каховка|Нова Каховка
    """,
    "settlements/AZ.tsv": """
    geonameid\tname\tlat\tlon\tcountry\tadmin1\tadmin2\tpopulation\tnames
    587084\tBaku\t40.37767\t49.89201\tAZ\t09\t\t1116513\tBakı|Баку
    586523\tGanja\t40.68278\t46.36056\tAZ\t20\t\t303268\tGəncə
    """,
    "settlements/US.tsv": """
    geonameid\tname\tlat\tlon\tcountry\tadmin1\tadmin2\tpopulation\tnames
    4691930\tFort Worth\t32.72541\t-97.32085\tUS\tTX\t439\t1008106\tFt. Worth
    4671240\tArlington\t32.73569\t-97.10807\tUS\tTX\t439\t398121\t
    4685907\tDallas\t32.78306\t-96.80667\tUS\tTX\t113\t1302868\t
    4717560\tParis\t33.66094\t-95.55551\tUS\tTX\t277\t24839\tParis Texas
    5523369\tOdessa\t31.84568\t-102.36764\tUS\tTX\t135\t114597\t
    4407066\tSt. Louis\t38.62727\t-90.19789\tUS\tMO\t510\t301578\tSaint Louis
    5879400\tAnchorage\t61.21806\t-149.90028\tUS\tAK\t020\t291247\t
    5881576\tAttu\t52.9\t172.9\tUS\tAK\t016\t21\t
    """,
    "settlements/FJ.tsv": """
    geonameid\tname\tlat\tlon\tcountry\tadmin1\tadmin2\tpopulation\tnames
    2198148\tSuva\t-18.14161\t178.44149\tFJ\t01\t\t77366\t
    2204582\tLabasa\t-16.4332\t179.36451\tFJ\t03\t\t24187\t
    2196845\tLomaloma\t-17.28333\t-178.98333\tFJ\t02\t\t600\t
    """,
    "countries.tsv": """
    iso2\tiso3\tgeonameid\tname\tlat\tlon\tcapital_geonameid\tcontinent\tpopulation\tarea_km2\tnames\tshort_forms\tpoint_source
    UA\tUKR\t690791\tUkraine\t49\t32\t703448\tEU\t44622516\t603700\ten:Ukraine|ru:Украина|uk:Україна|az:Ukrayna|tr:Ukrayna\t\tgeonames
    AZ\tAZE\t587116\tAzerbaijan\t40.5\t47.5\t587084\tAS\t9942334\t86600\ten:Azerbaijan|ru:Азербайджан|az:Azərbaycan\t\tgeonames
    US\tUSA\t6252001\tUnited States\t39.76\t-98.5\t4140963\tNA\t327167434\t9629091\ten:United States|en:United States of America\ten:US|en:U.S.|en:USA|ru:США\tgeonames
    FJ\tFJI\t2205218\tFiji\t-18\t178\t2198148\tOC\t883483\t18270\ten:Fiji\t\tmembers
    """,
    "regions.tsv": """
    code\tgeonameid\tname\tlat\tlon\tcountry\tpopulation\tpoint_source\tnames\tabbreviations
    UA.17\t698738\tOdesa Oblast\t46.7755\t29.6477\tUA\t2465961\tderived\ten:Odesa Oblast|en:Odesa region|ru:Одесская область|uk:Одеська область\t
    UA.08\t706442\tKherson Oblast\t46.6\t33.2\tUA\t1000000\tderived\ten:Kherson Oblast\t
    US.TX\t4736286\tTexas\t31.25\t-99.25\tUS\t29000000\tknown\ten:Texas|ru:Техас\ten:Tex.|en:TX
    US.AK\t5879092\tAlaska\t64\t-150\tUS\t730000\tknown\ten:Alaska\ten:AK
    """,
    "districts.tsv": """
    code\tname\tlat\tlon\tcountry\tadmin1\tpopulation\tmembers\tradius_km\tpoint_source\tnames
    US.TX.439\tTarrant County\t32.7\t-97.2\tUS\tTX\t2000000\t2\t20\tderived\ten:Tarrant County|en:Tarrant Co.
    """,
    "features.tsv": """
    id\tname\tkind\tlat\tlon\tradius_km\twest\tsouth\teast\tnorth\tnames
    black-sea\tBlack Sea\tsea\t43\t34\t600\t27.5\t40.9\t41.8\t46.7\ten:Black Sea|ru:Чёрное море|uk:Чорне море
    bering-sea\tBering Sea\tsea\t58\t-178\t1200\t162\t51\t-157\t66\ten:Bering Sea
    donbas\tDonbas\tworld_region\t48.2\t38.2\t150\t\t\t\t\ten:Donbas|ru:Донбасс
    """,
    "demonyms.tsv": """
    iso2\tlang\tkind\tform
    AZ\ten\tadjective\tAzerbaijani
    AZ\tru\tadjective\tазербайджанский
    AZ\tru\tadjective\tазербайджанская
    AZ\ten\tpeople\tAzerbaijanis
    """,
  ]
}
