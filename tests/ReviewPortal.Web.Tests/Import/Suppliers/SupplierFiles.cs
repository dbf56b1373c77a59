using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Import;
using ReviewPortal.Infrastructure.Import.Suppliers;

namespace ReviewPortal.Web.Tests.Import.Suppliers;

/// <summary>What each supplier sends, written by hand after what its real files look like; about the sitting of <see cref="ADelivery"/>, 08:00:12 to 10:00:03 UTC.</summary>
internal static class SupplierFiles
{
    public const string Secret = "geheim";

    public const string Edx = """
        { "status": "suspicious", "external_id": "3e0d5c2a-c-4701", "reviewed_by": "proctor@example.com",
          "comments": [
            { "comment": "Looks aside", "status": "Suspicious", "start": 62, "stop": 70, "duration": 8 },
            { "comment": "Somebody talks", "status": "a status of their own", "start": 120.5, "stop": 130 } ] }
        """;

    public const string RpNow = """
        { "examDate": "Jul 15 2015  1:13AM", "examProcessingStatus": "Review Completed", "examTakerEmail": "x@example.com", "examApiData": {},
          "overAllComments": ";Candidates should always wear suit and tie", "reviewStatus": "Suspicious", "userPhotoBase64String": "iVBORw0KGgo=",
          "videoReviewLink": "http://www.remoteproctor.com/AdminSite/Account/Reviewer/DirectLink-Generic.aspx",
          "examMetaData": { "allowRequestNewExam": "False", "examCode": "3E0D5C2A-C-4701", "isFirstLogin": "True" },
          "desktopComments": [ { "comments": "Browsing other websites", "duration": 88, "eventFinish": 88, "eventStart": 12, "eventStatus": "Suspicious" } ],
          "webCamComments": [ { "comments": "Photo ID not provided", "duration": 796, "eventFinish": 796, "eventStart": 796, "eventStatus": "Suspicious" } ] }
        """;

    public const string ProctorExam = """
        { "student_sessions": [
            { "id": 884705, "session_id": 12, "student_id": 5, "external_id": "c-4701", "start_time": "2026-11-02T09:00:00+01:00", "end_time": "2026-11-02T11:00:00+01:00",
              "recording_started_at": null, "recording_ended_at": null, "status": "17", "mode": "c", "checks": { "webcam_check": true }, "review_commentary": "Zie incident 1",
              "incidents": [ { "started_at": "2026-11-02T09:10:12.250+01:00", "category": "noise", "description": "Stemmen op de gang" }, { "zzz": [1, 2] }, 17 ] },
            { "id": 884706, "session_id": 12, "student_id": 6, "external_id": "c-4702", "incidents": null } ] }
        """;

    public const string SebLog =
        "Event Type,Message,Value,Client Time (UTC),Server Time (UTC),User Session-ID,Client Machine,Connection Token\r\n" +
        "INFO_LOG,\"Started \"\"notepad\"\", twice\",1.0,2026-11-02 08:05:10.100,2026-11-02 08:05:12.250,SEB-4701,pc-12,tok-1\r\n" +
        "WARN_LOG,\"two\nlines\",-,2026-11-02T08:06:00,,SEB-4701,pc-12,tok-1\r\n";

    public const string SebScreens = """
        [ { "timestamp": 1793608512250, "sessionUUID": "SEB-4701", "metaData": "{\"screenProctoringMetadataURL\":\"geen adres, https://x.example/a...\",\"screenProctoringMetadataApplication\":\"-\",\"screenProctoringMetadataWindowTitle\":\"Formule...\"}" },
          { "timestamp": "2026-11-02T08:05:12.250Z", "sessionUUID": "seb-4701", "screenProctoringMetadataActiveApp": "Safari", "screenProctoringMetadataUserAction": "click" } ]
        """;

    public const string Lti = """
        { "user": { "iss": "https://lms.example", "sub": "u-1" }, "resource_link": { "id": "r-9" }, "attempt_number": 1, "action": "terminate",
          "incident_time": "2026-11-02T08:30:12.250Z", "incident_severity": "0.2", "reason_code": "100", "reason_msg": "Left the room" }
        """;

    public const string Constructor = """
        { "accountId": "a", "sessionId": "S-4701", "archive": "https://x.example/a.zip", "conclusion": "negative", "comment": "See warnings", "score": 62.5, "threshold": 50,
          "sessionStart": "2026-11-02T08:00:00Z", "sessionEnd": "2026-11-02T10:00:00Z",
          "warnings": [ { "type": "A1", "start": "2026-11-02T08:10:12.250Z", "end": "2026-11-02T08:10:20Z", "cyber": false },
                        { "type": "B7", "start": "2026-11-02T10:20:00Z", "end": "2026-11-02T10:20:02Z", "cyber": true } ],
          "warningTitles": { "A1": "Second face" } }
        """;

    public static readonly string Proctorio = Signed("""{"id":"p-1","attempt_id":"sow-4701","user_id":"u","suspicion":37.5,"submission_data":null,"flags":{"multiple_faces_detected":12.5,"printing_detected":0,"clipboard_detected":"3"}}""");

    public static readonly string ProctorioV2 = Signed("""{"id":"p-2","attempt_id":"sow-4701","suspicion":0.4}""");

    public static readonly ImmutableArray<(string Name, SupplierFormat Format, string Text)> All =
    [
        ("edx", SupplierFormat.Edx, Edx), ("rpnow", SupplierFormat.RpNow, RpNow), ("proctorexam", SupplierFormat.ProctorExam, ProctorExam), ("proctorio", SupplierFormat.Proctorio, Proctorio),
        ("proctorio-v2", SupplierFormat.Proctorio, ProctorioV2), ("seb-log", SupplierFormat.Seb, SebLog), ("seb-screens", SupplierFormat.Seb, SebScreens), ("lti", SupplierFormat.Lti, Lti),
        ("constructor", SupplierFormat.Constructor, Constructor),
    ];

    public static JsonObject ExternalIds => new() { ["EDX"] = "3E0D5C2A-C-4701", ["proctorexam"] = "C-4701", ["proctorio"] = "SOW-4701", ["seb"] = "seb-4701", ["lti"] = "https://lms.example|r-9|u-1|1", ["constructor"] = "s-4701" };

    [SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "The supplier signs with it")]
    public static string Signed(string data, string secret = Secret) =>
        $$"""{"type":"attempt","nonce":"n-1","api_key":"k","data":{{data}},"signature":"{{Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes($"n-1:{data}:{secret}")))}}"}""";

    public static DeliveryResult Read(string text, SupplierFormat? format = null, string? secret = Secret, SupplierLimits? limits = null) => Read(Encoding.UTF8.GetBytes(text), format, secret, limits);

    public static DeliveryResult Read(byte[] bytes, SupplierFormat? format = null, string? secret = Secret, SupplierLimits? limits = null) =>
        new SupplierReader(new SupplierSettings(secret), limits ?? new SupplierLimits()).Read(bytes, "delivery.bin", format);

    public static ImmutableArray<SupplierReport> Reports(string text, SupplierFormat? format = null) => Assert.IsType<SupplierDelivery>(Read(text, format)).Reports;

    /// <summary>Refused, with a sentence in both languages that names the file.</summary>
    public static DeliveryRefusal Refusal(DeliveryResult result)
    {
        var refusal = Assert.IsType<DeliveryRefusal>(result);
        Assert.All([Language.Dutch, Language.English], language =>
        {
            Assert.Contains("delivery.bin", refusal.Sentence(language), StringComparison.Ordinal);
            Assert.DoesNotContain("{", refusal.Sentence(language), StringComparison.Ordinal);
        });
        return refusal;
    }
}
