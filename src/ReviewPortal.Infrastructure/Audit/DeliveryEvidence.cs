using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Letters;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Infrastructure.Audit;

/// <summary>
/// With what the institution shows that it sent, that it might send so, and in whose words: the tries of each e-mail (Awb 2:25), what students agreed to (Awb 2:8), when the
/// portal was away (Awb 2:21) and the texts in force. They come between the steps of a case, so no fingerprint covers them; each has a row in the audit log.
/// </summary>
internal static class DeliveryEvidence
{
    public static async Task<IReadOnlyList<Damage>> DamageAsync(PortalDb db, CancellationToken ct)
    {
        var consents = await db.DeliveryConsents.AsNoTracking().ToListAsync(ct);
        return
        [
            .. Differing(await db.MailTries.AsNoTracking().Where(item => item.EndedAt != null).ToListAsync(ct), await ToldAsync(db, ["mail.try"], ct), DamageKind.MailTry, item => (item.Notification, item.Number), row => (row.Id("notification"), row.Number("number")), Agrees),
            .. Differing(await ReportsAsync(db, ct), await ToldAsync(db, ["mail.report"], ct), DamageKind.MailReport, item => (item.Report.Id, 0), row => (row.Id("report"), 0), Agrees),
            .. Differing(consents, await ToldAsync(db, ["delivery.agree"], ct), DamageKind.Consent, item => (item.Id, 0), row => (row.Id("consent"), 0), Agrees),
            .. Differing(
                [.. consents.Where(item => item.WithdrawnAt is not null)], await ToldAsync(db, ["delivery.withdraw"], ct), DamageKind.Consent, item => (item.Id, 0), row => (row.Id("consent"), 0),
                (item, row) => row.Happened(item.WithdrawnAt) && row.Subject == $"account/{item.Person}"),
            // What was entered while it lasted is told twice: the first line says when, the last one has all of it.
            .. Differing(
                await db.Outages.AsNoTracking().ToListAsync(ct), [.. (await ToldAsync(db, ["outage.enter", "outage.end"], ct)).GroupBy(row => row.Subject).Select(rows => rows.Last() with { AtMicros = rows.First().AtMicros })],
                DamageKind.Outage, item => (item.Id, 0), row => (row.About, 0),
                (item, row) => row.Happened(item.EnteredAt) && row.Moment("from") == item.From && row.Moment("until") == item.Until && row.Text("note") == item.What),
            .. Differing(
                await db.HouseTexts.AsNoTracking().Where(item => item.Number != null).ToListAsync(ct), await ToldAsync(db, ["letter-texts.in-force"], ct), DamageKind.HouseTexts, item => (item.Id, 0), row => (row.About, 0),
                (item, row) => row.Happened(item.InForceAt) && row.Text("faculty") == item.Faculty && row.Number("number") == item.Number && row.Text("logo") == (item.Logo ?? "") && row.Text("note") == item.Why && SaysTheSame(row.Raw("content"), item.Content)),
        ];
    }

    // Both as they are read today: of a field that there was not yet, neither says anything.
    private static bool SaysTheSame(string told, Institution kept) => AuditTrail.Read<Institution>(told) is { } read && AuditTrail.Written(read) == AuditTrail.Written(kept);

    // To whom and when, only newer lines tell.
    private static bool Agrees(MailTry item, Told row) =>
        row.Text("end") == $"{item.End}" && row.Text("answer") == item.Answer && row.Moment("started") == item.StartedAt
        && (row.Moment("ended") is not { } ended || (ended == item.EndedAt && row.Moment("handedOver") == item.HandedOverAt && row.Text("to") == item.To));

    private static bool Agrees((MailReport Report, bool IsWhole) item, Told row) =>
        item.Report is var kept && item.IsWhole && row.Happened(kept.TakenAt) && row.Text("name") == kept.Name && row.Moment("written") == kept.WrittenAt && row.Raw("size") == FormattableString.Invariant($"{kept.Size}")
        && (row.Text("sha256"), row.Text("stand"), row.Id("notification"), row.Text("sign")) == (kept.Sha256, $"{kept.Stand}", kept.Notification ?? Guid.Empty, $"{kept.Sign}")
        && (row.Text("result"), row.Text("recipient"), row.Text("status"), row.Text("diagnosis"), row.Text("server")) == ($"{kept.Result}", kept.Recipient, kept.Status, kept.Diagnosis, kept.Server);

    private static async Task<IReadOnlyList<(MailReport Report, bool IsWhole)>> ReportsAsync(PortalDb db, CancellationToken ct) =>
        [.. (await db.MailReports.AsNoTracking().Select(item => new { item, HasBytes = db.Files.Any(file => file.Sha256 == item.Sha256) }).ToListAsync(ct)).Select(row => (row.item, row.HasBytes || !row.item.IsKept))];

    private static bool Agrees(DeliveryConsent item, Told row) =>
        row.Text("kind") == $"{item.Kind}" && row.Text("wording") == item.Wording && row.Text("language") == $"{item.Language}" && row.Happened(item.GivenAt)
        && row.Subject == $"account/{item.Person}" && row.By == item.PersonName;

    // What is kept and what was told are the same, or somebody was here.
    private static IEnumerable<Damage> Differing<T>(
        IReadOnlyList<T> kept, IReadOnlyList<Told> told, DamageKind kind, Func<T, (Guid Id, int Number)> keyOf, Func<Told, (Guid Id, int Number)> toldKey, Func<T, Told, bool> agrees)
    {
        var rows = told.ToLookup(toldKey);
        var keys = kept.Select(keyOf).ToHashSet();
        return kept.Where(item => rows[keyOf(item)].ToArray() is not [var row] || !agrees(item, row)).Select(keyOf)
            .Concat(rows.Select(row => row.Key).Where(key => !keys.Contains(key)))
            .Select(key => key.Id).Distinct().Order().Select(id => Damage.Of(kind, id));
    }

    private static async Task<ImmutableArray<Told>> ToldAsync(PortalDb db, string[] actions, CancellationToken ct)
    {
        var rows = await db.AuditRows.AsNoTracking().Where(row => actions.Contains(row.Action))
            .GroupJoin(db.AuditDetails, row => row.Seq, detail => detail.Seq, (row, details) => new { row, details })
            .SelectMany(pair => pair.details.DefaultIfEmpty(), (pair, detail) => new { pair.row.Seq, pair.row.AtMicros, pair.row.Subject, By = detail == null ? "" : detail.ActorName, Text = detail == null ? null : detail.Text })
            .OrderBy(row => row.Seq).ToListAsync(ct);
        return [.. rows.Select(row => new Told(row.AtMicros, row.Subject, row.By, ToldLetters.DetailOf(row.Text)))];
    }

    private sealed record Told(long AtMicros, string Subject, string By, JsonElement Detail)
    {
        /// <summary>What the line is about, behind its kind: "outage/…".</summary>
        public Guid About => Guid.TryParse(Subject.AsSpan(Subject.IndexOf('/', StringComparison.Ordinal) + 1), out var id) ? id : Guid.Empty;

        public bool Happened(DateTimeOffset? at) => at is { } moment && AuditTime.Micros(moment) == AtMicros;

        public string Text(string name) => Detail.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString()! : "";

        public string Raw(string name) => Detail.TryGetProperty(name, out var value) ? value.GetRawText() : "";

        public int Number(string name) => Detail.TryGetProperty(name, out var value) && value.TryGetInt32(out var number) ? number : 0;

        public Guid Id(string name) => Guid.TryParse(Text(name), out var id) ? id : Guid.Empty;

        public DateTimeOffset? Moment(string name) => Detail.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String && value.TryGetDateTimeOffset(out var moment) ? moment : null;
    }
}
