import Foundation
import Reading
import Testing

@Suite struct EncodingTests {
  static let russian = "В порту Новороссийска произошёл взрыв. Пострадали трое рабочих, сообщили в мэрии."
  static let romanian =
    "Explozia s-a produs la Iaşi, în faţa primăriei, şi a rănit două persoane aflate în zonă."
  static let turkish =
    "Patlama İzmir'de meydana geldi; ağır yaralı iki kişi hastaneye kaldırıldı, yangın söndürüldü."
  static let german =
    "Die Behörden in Köln erklärten, dass über dem Gelände größere Schäden entstanden wären."

  @Test(arguments: [
    (russian, String.Encoding.windowsCP1251, "Windows-1251"), (romanian, .windowsCP1250, "Windows-1250"),
    (turkish, .windowsCP1254, "Windows-1254"), (german, .windowsCP1252, "Windows-1252"),
    (russian, .utf16LittleEndian, "UTF-16"), (german, .utf16BigEndian, "UTF-16"), (russian, .utf16, "UTF-16"),
  ])
  func encodingIsDetectedAndSaid(text: String, encoding: String.Encoding, name: String) throws {
    let bytes = Array(try #require(text.data(using: encoding)))
    try Fixture.inFolder(["x.txt": bytes]) { folder in
      let document = try #require(Fixture.documents(try Fixture.read([folder + "/x.txt"])).first)
      #expect(document.text[0..<document.text.utf8.count] == text)
      #expect(document.notices.contains { $0.contains(name) })
    }
  }

  @Test func byteOrderMarkIsNoPartOfTheText() throws {
    try Fixture.inFolder(["x.txt": [0xEF, 0xBB, 0xBF] + Array(Self.german.utf8)]) { folder in
      let document = try #require(Fixture.documents(try Fixture.read([folder + "/x.txt"])).first)
      #expect(document.text.utf8 == Array(Self.german.utf8))
      #expect(!document.notices.contains { $0.contains("decoded") })
    }
  }

  @Test func pageStatesItsCharset() throws {
    let page = "<html><head><meta charset=\"windows-1251\"></head><body><p>\(Self.russian)</p></body></html>"
    let bytes = Array(try #require(page.data(using: .windowsCP1251)))
    try Fixture.inFolder(["x.html": bytes]) { folder in
      let document = try #require(Fixture.documents(try Fixture.read([folder + "/x.html"])).first)
      #expect(document.language == "ru")
      #expect(document.sentences.count == 2)
    }
  }
}
