using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Retention;

/// <summary>One report of a visible citizen service number, as the data protection officer reads it. Of the candidate there is nothing in it.</summary>
public sealed record BsnRow(Guid Id, CaseNumber Number, TrackRole? Track, Fragment Fragment, string Note, string By, DateTimeOffset At, string? HandledBy, DateTimeOffset? HandledAt, string Handling);

/// <summary>By what the list is put in order.</summary>
public enum BsnOrder
{
    At,
    Case,
    By,
    Handled,
}

/// <param name="Open">Only those that wait, or only those that were settled; null for all.</param>
/// <param name="Words">A part of a case number or of a name; what is in a recording is never searched.</param>
public sealed record BsnQuestion(bool? Open = null, string? Words = null, BsnOrder Order = BsnOrder.At, bool Descending = true);

/// <summary>The reports of visible citizen service numbers, for the data protection officer and for nobody else (UAVG 46, UU-PRE-8).</summary>
public sealed class BsnIncidents(PortalDbs dbs)
{
    public Task<ImmutableArray<BsnRow>> ReadAsync(PersonId by, BsnQuestion question, CancellationToken ct) => ReadAsync(by, null, question, ct);

    /// <summary>Those of one case.</summary>
    public Task<ImmutableArray<BsnRow>> OfAsync(CaseId @case, PersonId by, CancellationToken ct) => ReadAsync(by, @case, new BsnQuestion(Descending: false), ct);

    private async Task<ImmutableArray<BsnRow>> ReadAsync(PersonId by, CaseId? only, BsnQuestion question, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(question);
        await using var db = await dbs.LookAsync(ct);
        if (await db.PersonAsync(by, ct) is not { } actor || !actor.Is(Role.DataProtectionOfficer)) return [];
        var found = await db.BsnIncidents
            .Join(db.Cases, incident => incident.Case, item => item.Id, (incident, item) => new { Incident = incident, item.Id, item.Number })
            .Where(row => only == null || row.Id == only)
            .ToListAsync(ct);
        // There are few of these: put in order here, where the words of a case number are at hand.
        var rows = found.Select(row => Row(row.Incident, row.Number)).Where(row => Asked(row, question));
        var ordered = question.Order switch
        {
            BsnOrder.Case => rows.OrderBy(row => row.Number.ToString(), StringComparer.Ordinal),
            BsnOrder.By => rows.OrderBy(row => row.By, StringComparer.CurrentCulture),
            BsnOrder.Handled => rows.OrderBy(row => row.HandledAt ?? DateTimeOffset.MaxValue),
            _ => rows.OrderBy(row => row.At),
        };
        var sorted = ordered.ThenBy(row => row.Id);
        return [.. question.Descending ? sorted.Reverse() : sorted];
    }

    private static BsnRow Row(Core.Review.BsnIncident incident, CaseNumber number) =>
        new(incident.Id, number, incident.Track, incident.Fragment, incident.Note, incident.ByName, incident.At, incident.HandledByName, incident.HandledAt, incident.Handling);

    private static bool Asked(BsnRow row, BsnQuestion question) =>
        (question.Open is not { } open || open == (row.HandledAt is null))
        && (question.Words?.Trim() is not { Length: > 0 } words || row.Number.ToString().Contains(words, StringComparison.OrdinalIgnoreCase) || row.By.Contains(words, StringComparison.OrdinalIgnoreCase));
}
