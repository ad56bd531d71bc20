import Reading
import Testing

@Suite struct LanguageTests {
  @Test(arguments: [
    ("en", "The bridge over the river was closed after the storm, and the road to the town is under water."),
    ("ro", "Podul de peste râu a fost închis după furtună, iar drumul către oraș este sub apă."),
    ("ru", "Мост через реку закрыли после бури, а дорога к городу находится под водой."),
    ("uk", "Міст через річку закрили після бурі, а дорога до міста перебуває під водою."),
    ("az", "Fırtınadan sonra çayın üzərindəki körpü bağlandı və şəhərə gedən yol su altında qaldı."),
    ("tr", "Fırtınadan sonra nehrin üzerindeki köprü kapatıldı ve şehre giden yol su altında kaldı."),
    (
      "de",
      "Die Brücke über den Fluss wurde nach dem Sturm gesperrt, und die Straße zur Stadt steht unter Wasser."
    ),
    (
      "fr",
      "Le pont sur la rivière a été fermé après la tempête, et la route vers la ville est sous les eaux."
    ),
    ("und", "Jembatan itu ditutup setelah badai dahsyat melanda kota pelabuhan semalam."),
    ("und", "3.14 2.71 1.41"),
    // A single sentence with hardly a frequent word.
    ("ru", "Посольство Кении в Лиме обстреляли."),
    ("ru", "Посольство Кении обстреляно неизвестными."),
    ("uk", "Посольство Кенії обстріляли."),
    ("tr", "Kenya'nın Lima Büyükelçiliği önünde patlama."),
    ("az", "Keniyanın səfirliyi atəşə tutulub."),
    ("fr", "L'ambassade du Kenya visée par un engin."),
    ("ro", "Ambasada Kenyei, ținta unui atac."),
    ("de", "Angriff auf die Botschaft Kenias."),
    ("de", "Kenias Botschaft in Lima angegriffen, zwei Verletzte."),
  ])
  func language(expected: String, text: String) throws {
    #expect(try Fixture.document(text).language == expected)
  }
}
