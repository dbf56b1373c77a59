using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Infrastructure.Audit;

/// <summary>
/// With what the institution shows that it sent, and that it might send so: the tries of each e-mail (Awb 2:25) and what students agreed to (Awb 2:8). They come
/// between the steps of a case, so no fingerprint covers them; each has a row in the audit log.
/// </summary>
internal static class DeliveryEvidence
{
    public static async Task<IReadOnlyList<Damage>> DamageAsync(PortalDb db, CancellationToken ct)
    {
        var tries = (await db.MailTries.AsNoTracking().Where(item => item.EndedAt != null).Select(item => new { item.Notification, item.Number, item.End, item.Answer }).ToListAsync(ct))
            .Select(item => (item.Notification, $"{item.Number} {item.End} {item.Answer}"));
        var consents = await db.DeliveryConsents.AsNoTracking().Select(item => new { item.Id, item.Kind, item.Wording, item.Language, item.WithdrawnAt, item.GivenAt }).ToListAsync(ct);
        return
        [
            .. Differences(tries, await ToldAsync(db, "mail.try", "notification", row => $"{row.Number("number")} {row.Text("end")} {row.Text("answer")}", ct), DamageKind.MailTry),
            .. Differences(
                consents.Select(item => (item.Id, $"{item.Kind} {item.Wording} {item.Language} {AuditTime.Micros(item.GivenAt)}")),
                await ToldAsync(db, "delivery.agree", "consent", row => $"{row.Text("kind")} {row.Text("wording")} {row.Text("language")} {row.AtMicros}", ct),
                DamageKind.Consent),
            .. Differences(
                consents.Where(item => item.WithdrawnAt is not null).Select(item => (item.Id, $"{AuditTime.Micros(item.WithdrawnAt!.Value)}")),
                await ToldAsync(db, "delivery.withdraw", "consent", row => $"{row.AtMicros}", ct),
                DamageKind.Consent),
        ];
    }

    // What is kept and what was told are the same, or somebody was here.
    private static IEnumerable<Damage> Differences(IEnumerable<(Guid Id, string What)> kept, IEnumerable<(Guid Id, string What)> told, DamageKind kind)
    {
        var differing = kept.ToHashSet();
        differing.SymmetricExceptWith(told);
        return differing.Select(item => item.Id).Distinct().Order().Select(id => Damage.Of(kind, id));
    }

    private static async Task<IReadOnlyList<(Guid Id, string What)>> ToldAsync(PortalDb db, string action, string named, Func<Row, string> what, CancellationToken ct)
    {
        var rows = await db.AuditRows.AsNoTracking().Where(row => row.Action == action)
            .Select(row => new { row.AtMicros, Text = db.AuditDetails.Where(detail => detail.Seq == row.Seq).Select(detail => detail.Text).FirstOrDefault() }).ToListAsync(ct);
        return [.. rows.Select(row => new Row(row.AtMicros, ToldLetters.DetailOf(row.Text))).Select(row => (Guid.TryParse(row.Text(named), out var id) ? id : Guid.Empty, what(row)))];
    }

    private sealed record Row(long AtMicros, JsonElement Detail)
    {
        public string Text(string name) => Detail.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString()! : "";

        public int Number(string name) => Detail.TryGetProperty(name, out var value) && value.TryGetInt32(out var number) ? number : 0;
    }
}
