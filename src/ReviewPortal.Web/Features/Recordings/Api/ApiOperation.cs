using System.Collections.Immutable;
using ReviewPortal.Core.Recordings;

namespace ReviewPortal.Web.Features.Recordings.Api;

/// <summary>What is told about one operation of the API to whoever writes a program for it.</summary>
/// <param name="Name">Of the endpoint.</param>
/// <param name="Scope">Null when it is open to all.</param>
internal sealed record ApiOperation(
    string Name, string Summary, string Description, string? Scope, ImmutableArray<ApiHeader> Headers, ApiBody? Body, ImmutableArray<ApiAnswer> Answers)
{
    private static readonly ApiHeader Version = new("Tus-Resumable", Required: true, "The version of the protocol.", "1.0.0");
    private static readonly ApiBody Part = new("application/offset+octet-stream", Required: true, Example: null);

    private static readonly ImmutableArray<ApiAnswer> Always =
    [
        new(401, "The key is missing, unknown, expired or revoked."),
        new(403, "The key lacks the scope."),
        new(429, "Too many requests; Retry-After says how many seconds to wait."),
    ];

    private static readonly ImmutableArray<ApiAnswer> OfAnUpload = [.. Always, new(404, "There is no such upload of this key."), new(410, "It was cancelled, or left unfinished too long."), new(412, "Another version of the protocol was asked for.")];

    private static readonly ImmutableArray<ApiAnswer> OfAWebhook =
    [
        new(200, "Taken in, or known already: the same message may be sent again."),
        new(202, "Kept; a person must say to which sitting it belongs."),
        new(400, "It is no JSON, or nothing that is known."),
        new(413, "It is larger than 8 MiB."),
        new(422, "It cannot be taken in; the sentence says why."),
        .. Always,
    ];

    public static readonly ImmutableArray<ApiOperation> Table =
    [
        new("UploadOptions", "What this server can do.", "Versions and extensions of tus 1.0.0 that are spoken here, and how large an upload may be.", null, [], null, [new(204, "The answer stands in the headers.")]),
        new("CreateUpload", "Announces a file.",
            "The answer's Location is the address of the upload; its parts are sent there with PATCH. The first part may come along. When the last byte is here, the file is checked and taken in; ask for the upload with GET to learn what became of it.",
            KeyScope.Uploads,
            [
                Version,
                new("Upload-Length", Required: true, "Bytes of the whole file.", "734003200"),
                new("Upload-Metadata", Required: false, "Pairs of a word and a text in base64: filename; format (bundle, edx, rpnow, proctorexam, proctorio, seb, lti or constructor; otherwise the content says it); sitting (where signals belong, by the identity of the sitting).", "filename Qy00NzAxLnppcA=="),
            ],
            Part with { Required = false },
            [new(201, "Announced; Location and Upload-Expires are in the headers."), new(400, "A header is missing or cannot be read."), new(413, "The file is larger than is taken in."), new(507, "The disk is full."), .. Always, new(412, "Another version of the protocol was asked for.")]),
        new("UploadOffset", "How far an upload has come.", "After a lost connection: Upload-Offset says from which byte to go on.", KeyScope.Uploads, [Version], null, [new(200, "The answer stands in the headers."), .. OfAnUpload]),
        new("AppendToUpload", "Sends a part.", "What has been acknowledged is on the disk. Of a part whose connection is lost, what came is kept too, unless it goes with a checksum.", KeyScope.Uploads,
            [Version, new("Upload-Offset", Required: true, "From which byte of the file this part is.", "0"), new("Upload-Checksum", Required: false, "sha256 or sha1, a space, and the checksum of this part in base64.", "sha256 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")],
            Part,
            [new(204, "It is here; Upload-Offset says how far the upload has come."), new(400, "A header is missing or cannot be read."), new(409, "The upload has come to another byte; Upload-Offset says which."), new(413, "More than was announced."), new(415, "Another type than application/offset+octet-stream."),
                new(423, "Another part is coming in at this moment."), new(460, "Not what its checksum says; nothing of it was kept."), new(507, "The disk is full."), .. OfAnUpload]),
        new("CancelUpload", "Cancels an upload.", "What came is destroyed.", KeyScope.Uploads, [Version], null, [new(204, "It is gone."), new(409, "It is here whole, and is being taken in or has been."), new(423, "A part is coming in at this moment."), .. OfAnUpload]),
        new("UploadStatus", "What became of an upload.", "The sentences tell a person what was taken in, what was refused and why, and what to do.", $"{KeyScope.Uploads} for the uploads of the key itself, {KeyScope.Status} for all of the supplier", [], null,
            [new(200, "How far it has come, and the report when it has been taken in or refused."), .. Always, new(404, "There is no such upload.")]),
        new("Webhook.edx", "Takes in a review of Open edX.", "In the REST shape or that of RPNow. Found by external_id or attempt_code.", KeyScope.EdxWebhook, [],
            new("application/json", Required: true, """{ "external_id": "3E0D5C2A", "status": "suspicious", "comments": [{ "comment": "second voice", "status": "suspicious", "start": 12, "stop": 18 }] }"""), OfAWebhook),
        new("Webhook.proctorio", "Takes in a message of Proctorio.", "V2 or V3, believed by its signature: the SHA-1 of nonce:json:secret. A wrong signature is answered with 403.", KeyScope.ProctorioWebhook, [],
            new("application/json", Required: true, """{ "type": "attempt", "nonce": "17", "signature": "…", "data": { "id": "a1", "attempt_id": "77", "suspicion": 0.4, "flags": { "speaking_detected": 12.5 } } }"""), OfAWebhook),
        new("Webhook.lti", "Takes in a request of LTI Assessment Control.", "A request to pause, end or flag is a question for a reviewer here; it ends nothing. The key stands for the OAuth 2 token of the standard.", KeyScope.LtiWebhook, [],
            new("application/json", Required: true, """{ "user": { "iss": "https://lms.uni.example", "sub": "0412701" }, "resource_link": { "id": "quiz-1" }, "attempt_number": 1, "action": "flag", "incident_time": "2026-11-02T09:10:00Z", "incident_severity": "0.4", "reason_code": "voice", "reason_msg": "second voice" }"""), OfAWebhook),
    ];
}

internal sealed record ApiHeader(string Name, bool Required, string Meaning, string Example);

/// <param name="Example">In JSON; null for bytes.</param>
internal sealed record ApiBody(string Type, bool Required, string? Example);

internal sealed record ApiAnswer(int Status, string Meaning);
