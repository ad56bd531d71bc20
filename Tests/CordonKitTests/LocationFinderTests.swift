import CordonKit
import Gazetteer
import GeoModel
import Testing

struct LocationFinderTests {
  private let finder = LocationFinder(workspace: Workspace())

  /// Names and what they are taken for; positions by GeoNames.
  @Test(arguments: [
    ("Odesa", "geonames:698740"), ("ОДЕССА", "geonames:698740"), ("Paris", "geonames:2988507"),
    ("Paris, Texas", "geonames:4717560"), ("Paris, TX, US", "geonames:4717560"),
    ("Texas", "region:US.TX"), ("Georgia", "country:GE"), ("Georgia, US", "region:US.GA"),
    ("geonames:2988507", "geonames:2988507"),
  ])
  func aNameIsTakenForWhatItIsMostOftenMeantFor(phrase: String, key: String) throws {
    guard case .place(let place) = try finder.find(phrase).origin else {
      Issue.record("\(phrase) is no place")
      return
    }
    #expect(place.key == key)
  }

  @Test func aSiteGoesBeforeAPlaceAndByAnyOfItsNames() throws {
    for phrase in ["az-emb-kyiv", "embassy of azerbaijan in kyiv", "Посольство Азербайджана в Киеве"] {
      guard case .site(let site) = try finder.find(phrase).origin else {
        Issue.record("\(phrase) is no site")
        continue
      }
      #expect(site.id == "az-emb-kyiv")
    }
  }

  @Test(arguments: ["50.46,30.49", "50.46 30.49", "-50.46, 30.49", "50.46°N 30.49°E", "50,30"])
  func twoBareNumbersAreRefused(phrase: String) throws {
    let error = #expect(throws: LocationError.self) { try finder.find(phrase) }
    #expect(error?.code == .barePair)
    #expect(error?.description.contains("write geo:LATITUDE,LONGITUDE") == true)
  }

  @Test func anUncertainPositionKeepsItsRadius() throws {
    let location = try finder.find("geo:50.46,30.49;u=35")
    #expect(location.uncertainty == Meters(35))
    #expect(location.name == "geo:50.46,30.49")
    #expect(throws: NotationError.self) { try finder.find("geo:95,30") }
  }

  @Test func aNameNobodyHasGetsSuggestions() throws {
    let error = #expect(throws: LocationError.self) { try finder.find("Embasy of Azerbaijan in Kiyv") }
    #expect(error?.code == .unknown)
    #expect(error?.description.contains("did you mean 'Embassy of Azerbaijan in Kyiv'") == true)
  }

  @Test(arguments: [
    ("US embassy in Kyiv", "us-emb-kyiv"), ("the Swedish embassy in Baghdad", "se-emb-baghdad"),
    ("ambasada României la Kiev", "ro-emb-kyiv"), ("посольство Польши в Киеве", "pl-emb-kyiv"),
  ])
  func aSiteIsFoundByTheWordsOfAReport(phrase: String, id: String) throws {
    guard case .site(let site) = try finder.find(phrase).origin else {
      Issue.record("\(phrase) is no site")
      return
    }
    #expect(site.id == id)
    #expect(try finder.sites(phrase).map(\.id) == [id])
  }

  @Test func aSiteWithoutARowIsToldFromAWordNobodyKnows() throws {
    let error = #expect(throws: LocationError.self) { try finder.find("Tongan embassy in Chisinau") }
    #expect(error?.code == .unregistered)
    #expect(error?.description.contains("ask for 'Chisinau'") == true, "\(error?.description ?? "")")
    #expect(throws: LocationError.self) { try finder.find("Qwxyz") }
  }
}
