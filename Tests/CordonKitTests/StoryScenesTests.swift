import CordonKit
import Incidents
import Testing

/// What belongs to a report and is not where or when something happened, and what does.
@Suite struct StoryScenesTests {
  static let stories: [StoryTests.Story] = [
    // Where nothing but the news tells the day, the same day is that of the news.
    StoryTests.Story(
      language: "uk", published: "2023-05-12",
      text: """
        Росіяни вночі обстріляли Нікополь, пошкоджено школу.

        Того ж ранку ракета влучила в елеватор у Вознесенську. Поранено двох робітників.
        """,
      told: [
        "2023-05-12 missile_strike Voznesensk -/2",
        "2023-05-12 shelling Nikopol -/-",
      ]),
    StoryTests.Story(
      language: "de", published: "2019-05-15",
      text: """
        Bei einem Angriff auf einen Markt in Quetta starben acht Menschen.

        Am selben Tag explodierte in Peschawar eine Bombe, drei Polizisten wurden verletzt.
        """,
      told: [
        "2019-05-14 bombing Peshawar -/3",
        "2019-05-14 other Quetta 8/-",
      ]),
    // What is simultaneous is no simulation.
    StoryTests.Story(
      language: "fr", published: "2019-05-15",
      text: """
        Deux attaques simultanées ont visé mardi un hôtel et un commissariat de Mogadiscio, faisant neuf \
        morts.
        """,
      told: [
        "2019-05-14 other Mogadishu 9/-"
      ]),
    // A continent is not where something was, nor a village of which only the first word is known.
    StoryTests.Story(
      language: "ro", published: "2019-05-15",
      text: """
        Satul Prundeni, unde se află cea mai mare fabrică de muniții din estul Europei, a fost ținta unor \
        focuri de armă marți.
        """,
      told: []),
    StoryTests.Story(
      language: "en", published: "2019-05-15",
      text: """
        Gunmen fired on Tuesday at the biggest depot in western Africa.
        """,
      told: []),
    StoryTests.Story(
      language: "uk", published: "2019-05-15",
      text: """
        У вівторок невідомі підірвали пам'ятник у Гуті Степанській.
        """,
      told: []),
    // Who speaks is not where it was.
    StoryTests.Story(
      language: "en", published: "2019-05-15",
      text: """
        Tiraspol says that shots were fired on Tuesday at a depot.
        """,
      told: []),
    // What is avenged has no day of its own here; what is shot with is no place that it came from.
    StoryTests.Story(
      language: "en", published: "2019-05-15",
      text: """
        Gunmen stormed a barracks in Maiduguri on Tuesday, killing five soldiers.

        The group said it was revenge for a raid by the army in Niger.
        """,
      told: [
        "2019-05-14 armed_attack Maiduguri 5/-"
      ]),
    StoryTests.Story(
      language: "ru", published: "2019-05-15",
      text: """
        Во вторник войска обстреляли из миномётов Горловку: ранены две женщины.
        """,
      told: [
        "2019-05-14 armed_attack Horlivka -/2"
      ]),
    StoryTests.Story(
      language: "tr", published: "2019-05-15",
      text: """
        Salı akşamı Halep'te bir apartman füzeyle vuruldu. Golan yönünden atılan füzeler dört sivilin \
        ölümüne yol açtı.
        """,
      told: [
        "2019-05-14 missile_strike Aleppo 4/-"
      ]),
    // Where an attacker lived is nowhere that anything happened.
    StoryTests.Story(
      language: "ro", published: "2019-05-15",
      text: """
        Un bărbat a înjunghiat marți doi jandarmi la Belgrad. Atacatorul locuia de un an la Niș.
        """,
      told: [
        "2019-05-14 armed_attack Belgrade -/-"
      ]),
    StoryTests.Story(
      language: "tr", published: "2019-05-15",
      text: """
        Salı günü Belgrad'da iki jandarma bıçaklandı. Niş'te yaşayan saldırgan öldürüldü.
        """,
      told: [
        "2019-05-14 armed_attack Belgrade 0/2"
      ]),
    // As many blows as there are missions in the list.
    StoryTests.Story(
      language: "fr", published: "2019-05-15",
      text: """
        Deux colis piégés ont explosé mardi à Prague, l'un à l'ambassade de Suède, l'autre à l'ambassade du \
        Pérou.
        """,
      told: [
        "2019-05-14 bombing Embassy of Peru in Prague -/-",
        "2019-05-14 bombing Embassy of Sweden in Prague -/-",
      ]),
    // What turns out to be a drill, a break-in of computers or the end of a star.
    StoryTests.Story(
      language: "en", published: "2019-05-15",
      text: """
        For an hour on Tuesday masked gunmen held eleven hostages in an office in Darwin.

        Nobody was meant to be hurt. The exercise brought together police and paramedics. The drill is held \
        every other year. Observers came to the exercise from Japan.
        """,
      told: []),
    StoryTests.Story(
      language: "de", published: "2019-05-15",
      text: """
        Hacker haben am Dienstag die Botschaft Estlands in Tiflis angegriffen. Der DDoS-Angriff legte die \
        Server lahm.
        """,
      told: []),
    StoryTests.Story(
      language: "ru", published: "2019-05-15",
      text: """
        Астрономы обсерватории на Гавайях впервые увидели взрыв сверхновой. Удар планете не угрожает.
        """,
      told: []),
    StoryTests.Story(
      language: "en", published: "2019-05-15",
      text: """
        An explosion at a laboratory in Uppsala injured four researchers on Tuesday. Police cordoned off the \
        street; scientists were evacuated.
        """,
      told: [
        "2019-05-14 explosion Uppsala -/4"
      ]),
    StoryTests.Story(
      language: "en", published: "2019-05-15",
      text: """
        Shots were fired at the Greek embassy in Oslo on Tuesday, and its servers went down. Police detained \
        a hacker nearby and found a pistol.
        """,
      told: [
        "2019-05-14 armed_attack Embassy of Greece in Oslo -/-"
      ]),
    // Easter is no village, and an organisation none either.
    StoryTests.Story(
      language: "ro", published: "2019-05-15",
      text: """
        Luni o școală din Tiraspol a fost lovită cu aruncătoare de grenade; clădirea era goală din cauza \
        Paștelui.
        """,
      told: [
        "2019-05-13 explosion Tiraspol -/-"
      ]),
    StoryTests.Story(
      language: "fr", published: "2019-05-15",
      text: """
        L'ONU a été visée mardi par une voiture piégée à Kaboul : six morts.
        """,
      told: [
        "2019-05-14 bombing Kabul 6/-"
      ]),
    // Gates that a lorry breaks, guests who are held, a rocket told of by a participle.
    StoryTests.Story(
      language: "ro", published: "2019-05-15",
      text: """
        Marți un camion a dărâmat poarta ambasadei Suediei din Praga; șoferul a fost arestat.
        """,
      told: [
        "2019-05-14 other Embassy of Sweden in Prague -/-"
      ]),
    StoryTests.Story(
      language: "en", published: "2019-05-15",
      text: """
        Since Tuesday a group has been holding dozens of guests hostage in a hotel in Bamako.
        """,
      told: [
        "2019-05-14 abduction Bamako -/-"
      ]),
    StoryTests.Story(
      language: "fr", published: "2019-05-15",
      text: """
        Depuis mardi, un groupe armé retient des dizaines d'otages dans un hôtel de Bamako.
        """,
      told: [
        "2019-05-14 abduction Bamako -/-"
      ]),
    StoryTests.Story(
      language: "az", published: "2019-05-15",
      text: """
        Mayın 11-də Tərtərdə binaya düşən raket 3 nəfərin ölümünə səbəb olub.
        """,
      told: [
        "2019-05-11 missile_strike Tartar 3/-"
      ]),
    // Last night is not the day that a story goes on from.
    StoryTests.Story(
      language: "en", published: "2019-05-15",
      text: """
        On Friday a car bomb killed two guards in Mopti. A man was being held last night. Only the day \
        before, a mine had killed a farmer near Ansongo.
        """,
      told: [
        "2019-05-09 bombing Ansongo 1/-",
        "2019-05-10 bombing Mopti 2/-",
      ]),
  ]

  @Test(arguments: stories)
  func areToldAsTheyWere(story: StoryTests.Story) async throws {
    #expect(try await OnlookersTests.told(story) == story.told)
  }
}
