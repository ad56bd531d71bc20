import CordonKit
import Foundation
import Testing

/// Words of violence where nothing happened, and the same surroundings where something did.
@Suite struct FiguresOfSpeechTests {
  typealias Story = StoryTests.Story

  static let calm: [Story] = [
    Story(
      language: "en", published: "2021-03-12",
      text: """
        The Wellington fringe festival opened with a bang on Monday: the lead guitarist set the stage on \
        fire, and the encore blew the audience away.
        """,
      told: []),
    Story(
      language: "en", published: "2021-03-12",
      text: """
        Copper exploded past nine thousand dollars in Lima on Tuesday. Analysts said investors had been \
        shelling out for weeks and that prices could shoot up again.
        """,
      told: []),
    Story(
      language: "en", published: "2021-03-12",
      text: """
        Police in Suva denied on Wednesday that there had been a shooting outside the Embassy of Japan. The \
        rumour started with an old video, a spokesman said; it was false.
        """,
      told: []),
    Story(
      language: "de", published: "2021-03-12",
      text: """
        Die Premiere des Actionfilms in Oslo war am Montag ein Knaller: Auf der Leinwand flog die Botschaft \
        Norwegens in die Luft, Regisseur und Schauspieler wurden gefeiert.
        """,
      told: []),
    Story(
      language: "de", published: "2021-03-12",
      text: """
        Bei Bauarbeiten in Turku ist am Dienstag ein Blindgänger aus dem Zweiten Weltkrieg gefunden und \
        entschärft worden. Die Bombe lag drei Meter tief.
        """,
      told: []),
    Story(
      language: "fr", published: "2021-03-12",
      text: """
        Rumeur démentie à Lomé : aucun coup de feu n'a été tiré mardi devant l'ambassade du Japon. La vidéo \
        est un faux, une explosion filmée il y a des années.
        """,
      told: []),
    Story(
      language: "fr", published: "2021-03-12",
      text: """
        Les supporters de Rosario ont vu leur équipe mitrailler le but adverse mardi, 4-1, avec deux obus \
        des trente mètres. L'entraîneur parle d'un bombardement.
        """,
      told: []),
    Story(
      language: "ro", published: "2021-03-12",
      text: """
        Explozie de prețuri la Tampere: chiriile au bombardat marți bugetul studenților, spun analiștii. \
        Piața imobiliară e un câmp de luptă.
        """,
      told: []),
    Story(
      language: "ru", published: "2021-03-12",
      text: """
        В Тампере вышел сериал о захвате посольства. В первой серии, снятой во вторник, террористы взрывают \
        здание, а режиссёр обещает ещё больше стрельбы.
        """,
      told: []),
    Story(
      language: "uk", published: "2021-03-12",
      text: """
        У Тампере шахіст розстріляв позицію суперника: у вівторок він атакував ферзем і зірвав оборону, \
        партія тривала дві години.
        """,
      told: []),
    Story(
      language: "az", published: "2021-03-12",
      text: """
        Tamperedə çəkilən serialın yeni seriyasında çərşənbə axşamı səfirlik partladılır. Rejissor deyir ki, \
        aktyorlar silahlı hücum səhnəsini üç gün məşq ediblər.
        """,
      told: []),
    Story(
      language: "tr", published: "2021-03-12",
      text: """
        Tampere'de salı günü çekilen dizinin yeni bölümünde elçilik havaya uçuruluyor. Yönetmen, oyuncuların \
        silahlı saldırı sahnesine üç gün çalıştığını söyledi.
        """,
      told: []),
  ]

  static let earnest: [Story] = [
    Story(
      language: "en", published: "2021-03-12",
      text: """
        Rain had stopped the match in Suva when a grenade went off behind the stand on Tuesday. Eleven fans \
        were injured, and the referee ended the game at 2-1.
        """,
      told: ["2021-03-09 explosion Suva"]),
    Story(
      language: "de", published: "2021-03-12",
      text: """
        In Oslo haben am Dienstag während der Filmpremiere zwei Männer im Kino um sich geschossen und vier \
        Zuschauer getötet. Die Schauspieler blieben unverletzt.
        """,
      told: ["2021-03-09 armed_attack Oslo"]),
    Story(
      language: "fr", published: "2021-03-12",
      text: """
        Une bombe a explosé mardi dans le musée des beaux-arts de Rosario, pendant le vernissage d'une \
        exposition. Trois visiteurs ont été blessés, la police a arrêté un homme.
        """,
      told: ["2021-03-09 bombing Rosario"]),
    Story(
      language: "ro", published: "2021-03-12",
      text: """
        Doi bărbați au aruncat marți o grenadă în bursa din Tampere, la ora la care prețurile acțiunilor \
        scădeau. Cinci angajați au fost răniți.
        """,
      told: ["2021-03-09 explosion Tampere"]),
    Story(
      language: "ru", published: "2021-03-12",
      text: """
        После матча в Тампере (1:0) неизвестные во вторник открыли огонь по автобусу с болельщиками. Ранены семь \
        человек, полиция задержала двоих.
        """,
      told: ["2021-03-09 armed_attack Tampere"]),
    Story(
      language: "uk", published: "2021-03-12",
      text: """
        Під час концерту в Тампере у вівторок вибухнула бомба, загинули двоє глядачів. Співак не постраждав, \
        гурт скасував виступи.
        """,
      told: ["2021-03-09 bombing Tampere"]),
    Story(
      language: "az", published: "2021-03-12",
      text: """
        Tamperedə oyundan sonra azarkeşlər çərşənbə axşamı Norveçin səfirliyinə daş atıblar. Üç polis \
        yaralanıb, on nəfər saxlanılıb.
        """,
      told: ["2021-03-09 mob_violence Embassy of Norway in Tampere"]),
    Story(
      language: "tr", published: "2021-03-12",
      text: """
        Tampere'de salı günü maçtan sonra taraftar otobüsüne ateş açıldı. Dört kişi yaralandı, polis iki \
        saldırganı gözaltına aldı.
        """,
      told: ["2021-03-09 armed_attack Tampere"]),
  ]

  @Test(arguments: calm)
  func tellsOfNothing(story: Story) async throws {
    #expect(try await StoryTests.told(story) == [])
  }

  @Test(arguments: earnest)
  func tellsOfWhatHappened(story: Story) async throws {
    #expect(try await StoryTests.told(story) == story.told)
  }
}
