using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using ReviewPortal.Core.Recordings;

namespace ReviewPortal.Infrastructure.Import.Suppliers;

/// <summary>
/// Student sessions of ProctorExam's API v3, one or a list. The shape of an incident is not public: what looks like a moment and a text is read, and the
/// whole of it is kept. Recording times may be null while start and end are set; status, mode and priority are undocumented codes and say nothing here.
/// </summary>
internal static class ProctorExamSessions
{
    private const string Supplier = "ProctorExam", Version = "v3";

    private static readonly string[] Moments = ["start_time", "started_at", "timestamp", "time", "occurred_at", "created_at", "at", "start"];

    private static readonly string[] Words = ["description", "comment", "text", "message", "note", "title", "name"];

    private static readonly string[] Kinds = ["type", "kind", "category", "incident_type", "severity"];

    public static bool Is(JsonElement root) => SupplierFile.Has(root, "student_sessions", JsonValueKind.Array) || One(root);

    private static bool One(JsonElement root) => SupplierFile.Has(root, "student_id") && (SupplierFile.Has(root, "incidents") || SupplierFile.Has(root, "session_id"));

    public static ImmutableArray<SupplierReport> Read(JsonElement element, ReadOnlyMemory<byte> bytes, SupplierFile file) =>
        SupplierFile.Has(element, "student_sessions")
            ? [.. file.Root(element)["student_sessions"].Items().Select(session => Session(session, Encoding.UTF8.GetBytes(session.Raw() ?? ""), file))]
            : [Session(file.Root(element), bytes, file)];

    private static SupplierReport Session(JsonField session, ReadOnlyMemory<byte> bytes, SupplierFile file) => file.Report(
        SupplierFormat.ProctorExam, $"{Supplier} {Version}", bytes,
        [SupplierFile.Id("proctorexam", session["external_id"]), SupplierFile.Id("proctorexam", session["id"])],
        [.. Commentary(session["review_commentary"], file), .. Incidents(session["incidents"]).Select(incident => Incident(incident, file))]);

    // A list, or a single one; whatever a single one is.
    private static IEnumerable<JsonField> Incidents(JsonField incidents) => incidents.IsList || !incidents.IsGiven ? incidents.Items() : [incidents];

    private static IEnumerable<SupplierSignal> Commentary(JsonField commentary, SupplierFile file)
    {
        if (!commentary.IsGiven || commentary.IsText && file.Text(commentary).Length is 0) yield break;
        yield return new SupplierSignal { Place = commentary.Path, Kind = "review_commentary", Text = Readable(commentary, file), Data = SupplierFile.Data(Supplier, Version, commentary.Raw()) };
    }

    private static SupplierSignal Incident(JsonField incident, SupplierFile file)
    {
        var words = incident.IsObject ? Words.Select(name => incident[name]).FirstOrDefault(field => field.IsText && file.Text(field).Length > 0) : null;
        var kind = incident.IsObject ? Kinds.Select(name => incident[name]).FirstOrDefault(field => field.IsText && file.Text(field).Length > 0) : null;
        return new SupplierSignal
        {
            Place = incident.Path,
            Moment = incident.IsObject ? Moments.Select(name => incident[name].MomentOrNull()).FirstOrDefault(moment => moment is not null) : null,
            Kind = kind is null ? "incident" : file.Text(kind),
            Text = words is null ? Readable(incident, file) : file.Text(words),
            Particulars = incident.Raw() ?? "",
            Data = SupplierFile.Data(Supplier, Version, incident.Raw() ?? "null"),
        };
    }

    // What is not understood is shown as it came.
    private static string Readable(JsonField field, SupplierFile file)
    {
        if (field.IsText) return file.Text(field);
        var raw = field.Raw() ?? "";
        return raw.Length <= file.Limits.Text ? raw : throw field.Refused(RefusalReason.TextTooLong, file.Limits.Text);
    }
}
