/// The tables of a small world: names that several places share, in several languages.
enum GeocoderTestTables {
  static let files: [String: String] = [
    "folding.tsv": """
    from\tto\tnote
    '\t\tapostrophe
    ’\t\tapostrophe
    -\t \thyphen
    ı\ti\tdotless i
    ə\te\tschwa
    й\tи\t
    ё\tе\t
    і\tи\t
    ї\tи\t
    є\tе\t
    """,
    "settlements/NO.tsv": """
    geonameid\tname\tlat\tlon\tcountry\tadmin1\tadmin2\tpopulation\tnames
    3143244\tOslo\t59.91273\t10.74609\tNO\t12\t\t580000\tОсло
    3161732\tBergen\t60.39299\t5.32415\tNO\t46\t\t213585\tБерген
    3133880\tTrondheim\t63.43049\t10.39506\tNO\t50\t\t147139\tde:Drontheim|Тронхейм
    """,
    "settlements/LV.tsv": """
    geonameid\tname\tlat\tlon\tcountry\tadmin1\tadmin2\tpopulation\tnames
    456172\tRiga\t56.946\t24.10589\tLV\t25\t\t742572\tРига|Рiга
    460413\tDaugavpils\t55.88333\t26.53333\tLV\t06\t\t111564\tДаугавпилс
    """,
    "settlements/UZ.tsv": """
    geonameid\tname\tlat\tlon\tcountry\tadmin1\tadmin2\tpopulation\tnames
    1512569\tTashkent\t41.26465\t69.21627\tUZ\t13\t\t1978028\tТашкент|Daşkənd|Taşkent
    1216265\tSamarkand\t39.65417\t66.95972\tUZ\t10\t\t319366\tСамарканд|Səmərqənd|Semerkant
    1217662\tBukhara\t39.77472\t64.42861\tUZ\t02\t\t247644\tБухара|Buxara
    """,
    "settlements/US.tsv": """
    geonameid\tname\tlat\tlon\tcountry\tadmin1\tadmin2\tpopulation\tnames
    5666639\tMissoula\t46.87215\t-113.994\tUS\tMT\t063\t71022\t
    5640350\tBillings\t45.78329\t-108.50069\tUS\tMT\t111\t110323\t
    5655240\tGlendive\t47.10529\t-104.71246\tUS\tMT\t021\t5400\t
    5601538\tMoscow\t46.73239\t-117.00017\tUS\tID\t057\t25146\t
    5586437\tBoise\t43.6135\t-116.20345\tUS\tID\t001\t218281\t
    4951257\tSpringfield\t42.10148\t-72.58981\tUS\tMA\t013\t155929\t
    4250542\tSpringfield\t39.80172\t-89.64371\tUS\tIL\t167\t116565\t
    4887398\tChicago\t41.85003\t-87.65005\tUS\tIL\t031\t2720546\t
    4250500\tGreenville\t34.85262\t-82.39401\tUS\tMA\t013\t3000\t
    4250501\tGreenville\t35.61266\t-77.36635\tUS\tIL\t167\t3000\t
    5586439\tDrontheim\t43.8\t-116.4\tUS\tID\t001\t9000\t
    5586438\tKalmere\t43.7\t-116.3\tUS\tID\t001\t4000\t
    4140963\tWashington\t38.89511\t-77.03637\tUS\tDC\t001\t689545\t
    """,
    "settlements/RU.tsv": """
    geonameid\tname\tlat\tlon\tcountry\tadmin1\tadmin2\tpopulation\tnames
    524901\tMoscow\t55.75222\t37.61556\tRU\t48\t\t12655050\tМосква|Moskova|Moskva|Moscova
    """,
    "countries.tsv": """
    iso2\tiso3\tgeonameid\tname\tlat\tlon\tcapital_geonameid\tcontinent\tpopulation\tarea_km2\tnames\tshort_forms\tpoint_source
    NO\tNOR\t3144096\tNorway\t62\t10\t3143244\tEU\t5314336\t324220\ten:Norway|ru:Норвегия|uk:Норвегія|ro:Norvegia|az:Norveç|tr:Norveç|de:Norwegen\t\tgeonames
    LV\tLVA\t458258\tLatvia\t57\t25\t456172\tEU\t1926542\t64589\ten:Latvia|ru:Латвия|uk:Латвія|ro:Letonia|az:Latviya|tr:Letonya|de:Lettland\t\tgeonames
    UZ\tUZB\t1512440\tUzbekistan\t41.7\t63.8\t1512569\tAS\t32955400\t447400\ten:Uzbekistan|ru:Узбекистан|uk:Узбекистан|ro:Uzbekistan|az:Özbəkistan|tr:Özbekistan|de:Usbekistan\t\tgeonames
    US\tUSA\t6252001\tUnited States\t39.76\t-98.5\t4140963\tNA\t327167434\t9629091\ten:United States\ten:US|en:U.S.|en:USA|ru:США\tgeonames
    RU\tRUS\t2017370\tRussia\t60\t100\t524901\tEU\t144478050\t17100000\ten:Russia|ru:Россия|uk:Росія|ro:Rusia|az:Rusiya|tr:Rusya|de:Russland\t\tgeonames
    """,
    "regions.tsv": """
    code\tgeonameid\tname\tlat\tlon\tcountry\tpopulation\tpoint_source\tnames\tabbreviations
    US.MT\t5667009\tMontana\t47\t-109.6\tUS\t1000000\tknown\ten:Montana\tMont.|MT
    US.ID\t5596512\tIdaho\t44.5\t-114.25\tUS\t1700000\tknown\ten:Idaho\tID
    US.IL\t4896861\tIllinois\t40\t-89.25\tUS\t12700000\tknown\ten:Illinois\tIll.|IL
    US.MA\t6254926\tMassachusetts\t42.4\t-71.1\tUS\t6800000\tknown\ten:Massachusetts\tMass.|MA
    RU.48\t524894\tMoscow\t55.76\t37.61\tRU\t12900000\tknown\ten:Moscow\t
    UZ.10\t1114927\tSamarqand\t39.8\t66.4\tUZ\t3800000\tknown\ten:Samarkand region|ro:regiunea Samarkand|ru:Самаркандская область\t
    """,
    "districts.tsv": """
    code\tname\tlat\tlon\tcountry\tadmin1\tpopulation\tmembers\tradius_km\tpoint_source\tnames
    US.MT.063\tMissoula County\t47\t-113.9\tUS\tMT\t100000\t1\t60\tderived\ten:Missoula County
    """,
    "features.tsv": """
    id\tname\tkind\tlat\tlon\tradius_km\twest\tsouth\teast\tnorth\tnames
    aral-sea\tAral Sea\tsea\t45\t60\t150\t58\t43\t62\t47\ten:Aral Sea|ru:Аральское море
    """,
    "demonyms.tsv": """
    iso2\tlang\tkind\tform
    NO\ten\tadjective\tNorwegian
    NO\ten\tpeople\tNorwegians
    UZ\ten\tadjective\tUzbek
    NO\tru\tadjective\tнорвежский
    """,
  ]
}
