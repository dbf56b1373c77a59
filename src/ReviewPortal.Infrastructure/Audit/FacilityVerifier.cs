using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Infrastructure.Audit;

/// <summary>Compares every request for a special facility with what the audit log says became of it, and its letter with the bytes that are kept.</summary>
public static class FacilityVerifier
{
    /// <returns>Everything that does not agree; empty when the requests are whole. It only reads.</returns>
    public static async Task<IReadOnlyList<Damage>> VerifyFacilitiesAsync(this PortalDb db, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var damage = new List<Damage>();
        foreach (var request in await db.FacilityRequests.AsNoTracking().OrderBy(item => item.Number).ToListAsync(ct)) await AddDamageAsync(db, request, damage, ct);
        return damage;
    }

    private static async Task AddDamageAsync(PortalDb db, FacilityRequest request, List<Damage> damage, CancellationToken ct)
    {
        var subject = $"facility/{request.Id}";
        var told = await db.AuditRows.AsNoTracking().Where(row => row.Subject == subject && row.Action.StartsWith("facility.")).OrderBy(row => row.Seq)
            .Select(row => new { row.Seq, Text = db.AuditDetails.Where(detail => detail.Seq == row.Seq).Select(detail => detail.Text).FirstOrDefault() }).ToListAsync(ct);
        if (told.Count != request.Version) damage.Add(Damage.Of(DamageKind.Timeline, request.Number, request.Version, told.Count));

        var stated = FacilityContent.Content(told.LastOrDefault()?.Text) ?? [];
        var found = await db.FingerprintLikeAsync(request.Id, stated, ct);
        damage.AddRange(stated.Keys.Union(found.Keys, StringComparer.Ordinal).Where(table => stated.GetValueOrDefault(table) != found.GetValueOrDefault(table))
            .Select(table => Damage.Of(DamageKind.Content, request.Number, table)));
        damage.AddRange(told.Where(row => row.Text?.Contains("\"strange\":true", StringComparison.Ordinal) is true).Select(row => Damage.Of(DamageKind.Strange, request.Number, nameof(PortalDb.FacilityRequests), row.Seq)));

        var letters = await db.Letters.AsNoTracking().Where(item => item.Request == request.Id).Select(item => new { item.Id, item.FirstOpenedAt, HasFile = db.Files.Any(file => file.Sha256 == item.Sha256) }).ToListAsync(ct);
        if (letters.Count is 0 && request.PublishedAt is not null) damage.Add(Damage.Of(DamageKind.Letter, request.Number));
        if (letters.Exists(letter => !letter.HasFile)) damage.Add(Damage.Of(DamageKind.LetterFile, request.Number));
        var opened = await db.LettersToldAsync(Openings.Action, [subject], ct);
        if (!Openings.Agree(letters.Select(letter => (letter.Id, letter.FirstOpenedAt)), opened[subject])) damage.Add(Damage.Of(DamageKind.Opening, request.Number));
    }
}
