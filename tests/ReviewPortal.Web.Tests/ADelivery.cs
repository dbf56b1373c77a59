using System.Text;
using System.Text.Json.Nodes;
using ReviewPortal.Web.Tests.Import;

namespace ReviewPortal.Web.Tests;

/// <summary>Good deliveries of one exam, with recordings that a browser made: two instructions that were given beforehand, one that was not, and a report in the chat.</summary>
internal static class ADelivery
{
    public const string Candidate = "C-4701";
    public const string StudentNumber = "0412701";
    public const string Examiner = "a.devries@uni.example";
    public const string Report = "Mijn huisgenoot kwam binnen.";

    public static TempBundle Of(string candidate = Candidate, string studentNumber = StudentNumber)
    {
        var bundle = new TempBundle();
        bundle.Files["webcam.webm"] = Recorded("webcam.webm");
        bundle.Files["phone.mp4"] = Recorded("webcam.mp4");
        bundle.Files["screen.webm"] = Recorded("screen.webm");
        bundle.Manifest["tracks"] = new JsonArray(bundle.Track("webcam", "webcam.webm", 0), bundle.Track("phone", "phone.mp4", 0.5), bundle.Track("screen", "screen.webm", 0.25));
        bundle.Manifest["candidate"]!["pseudonym"] = candidate;
        bundle.Manifest["candidate"]!["studentNumber"] = studentNumber;
        bundle.Manifest["externalIds"] = new JsonObject { ["edx"] = $"3E0D5C2A-{candidate}" };
        bundle.Manifest["exam"]!["instructions"] = JsonNode.Parse("""
            [{ "id": "alone", "nl": "Zorg dat u alleen bent.", "en": "Make sure that you are alone.", "deliveredAt": "2026-10-19T12:00:00+02:00" },
             { "id": "light", "nl": "Zorg voor licht.", "en": "See to the light.", "deliveredAt": "2026-10-19T12:00:00+02:00" },
             { "id": "unproven", "nl": "Draag geen oortjes.", "en": "Wear no earphones." }]
            """);
        bundle.Files["chat.jsonl"] = Encoding.UTF8.GetBytes($$"""
            {"at": 2.5, "from": "candidate", "text": "{{Report}}"}
            {"at": 3.1, "from": "support", "text": "Dank voor de melding."}
            {"at": 7199, "from": "candidate", "text": "Ik ben klaar, maar het was na de toets."}
            """);
        bundle.Files["events.jsonl"] = Encoding.UTF8.GetBytes("""
            {"at": 1.5, "source": "vendor", "kind": "face", "text": "tweede gezicht gezien", "weight": 0.4}
            {"at": 2.5, "source": "clipboard", "kind": "paste", "text": "geplakt"}
            """);
        return bundle;
    }

    private static byte[] Recorded(string file) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Media", "Recordings", file));
}
