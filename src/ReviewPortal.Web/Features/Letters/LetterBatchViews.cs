using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Letters;

/// <summary>The decisions that wait to be made known, and the lists along which that was done. It writes nothing.</summary>
public sealed class LetterBatchViews(PortalDbs dbs, CaseFiles files, DocumentPress press)
{
    public const int PageSize = 10;

    /// <summary>Every co-signed decision that has not been made known yet, by case number; none for whoever may not do so.</summary>
    public async Task<ImmutableArray<ReadyDecision>> ReadyAsync(PersonId by, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        if (await WhoAsync(db, by, ct) is not { } actor) return [];
        var found = await db.CasesFor(actor).Where(item => item.State == CaseState.Decided)
            .Join(db.Sittings, item => item.Sitting, sitting => sitting.Id, (item, sitting) => new { item, sitting.Pseudonym, sitting.Exam })
            .Join(db.Exams, row => row.Exam, exam => exam.Id, (row, exam) => new { row.item.Id, row.item.Number, row.item.Version, row.Pseudonym, exam.Title, exam.Code })
            .Join(db.Decisions.Where(decision => decision.SignedAt != null && decision.CoSignedAt != null && decision.Outcome != null), row => row.Id, decision => decision.Case, (row, decision) => new { row, decision.Outcome, decision.SignedAt })
            .OrderBy(pair => pair.row.Number).ToListAsync(ct);
        var ids = found.Select(pair => pair.row.Id).ToArray();
        var incidents = (await db.IncidentCases.Where(link => ids.Contains(link.Case)).Join(db.Incidents, link => link.Incident, incident => incident.Id, (link, incident) => new { link.Case, incident.Title }).ToListAsync(ct)).ToLookup(link => link.Case, link => link.Title);
        var sessions = await db.Sessions.Where(session => ids.Contains(session.Case)).Select(session => new { session.Case, session.Date }).ToDictionaryAsync(session => session.Case, session => session.Date, ct);
        return
        [
            .. found.Select(pair => new ReadyDecision(new CaseAsSeen(pair.row.Id, pair.row.Version), pair.row.Number, pair.row.Pseudonym, $"{pair.row.Title} ({pair.row.Code})", pair.Outcome!.Value, pair.SignedAt!.Value)
            {
                Incidents = [.. incidents[pair.row.Id]],
                Session = sessions.TryGetValue(pair.row.Id, out var day) ? day : null,
            }),
        ];
    }

    /// <summary>What keeps the letter of one decision back, as its own page says it; empty when nothing does.</summary>
    public async Task<ImmutableArray<LetterFault>> FaultsAsync(CaseId @case, PersonId by, CancellationToken ct) =>
        await files.LookAsync(@case, by, async file => PublishTogether.MayPublish(file.Actor) && file is { Decision.IsSigned: true, Case.State: CaseState.Decided } ? await press.FaultsAsync(file, ct) : [], ct) is { IsDefault: false } faults ? faults : [];

    /// <summary>The lists, the latest first, a page at a time.</summary>
    public async Task<BatchLines> ListAsync(PersonId by, int skip, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        if (await WhoAsync(db, by, ct) is null) return new BatchLines([], 0);
        var page = await db.LetterBatches.OrderByDescending(batch => batch.At).Skip(skip).Take(PageSize).ToListAsync(ct);
        var ids = page.Select(batch => batch.Id).ToArray();
        var counts = (await db.LetterBatchItems.Where(item => ids.Contains(item.Batch)).GroupBy(item => item.Batch)
            .Select(group => new { group.Key, All = group.Count(), Sent = group.Count(item => item.Letter != null), Refused = group.Count(item => item.Refusal != null) }).ToListAsync(ct)).ToDictionary(count => count.Key);
        return new BatchLines([.. page.Select(batch => new BatchLine(batch.Id, batch.Title, batch.ByName, batch.At, batch.StoppedAt, new BatchCount(counts[batch.Id].All, counts[batch.Id].Sent, counts[batch.Id].Refused)))], await db.LetterBatches.CountAsync(ct));
    }

    /// <summary>One list with every letter on it; null when there is none, or not for this person. Cases that are hidden from this person are counted and not named.</summary>
    public async Task<BatchView?> FindAsync(Guid id, PersonId by, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        if (await WhoAsync(db, by, ct) is not { } actor || await db.LetterBatches.FirstOrDefaultAsync(item => item.Id == id, ct) is not { } batch) return null;
        var items = await db.LetterBatchItems.Where(item => item.Batch == id).OrderBy(item => item.Place).ToListAsync(ct);
        var numbers = await db.CasesFor(actor).Where(item => db.LetterBatchItems.Any(line => line.Batch == id && line.Case == item.Id)).Select(item => new { item.Id, item.Number }).ToDictionaryAsync(item => item.Id, item => item.Number, ct);
        var letters = await db.Letters.Where(letter => db.LetterBatchItems.Any(line => line.Batch == id && line.Letter == letter.Id)).Select(letter => new { letter.Id, letter.Kind }).ToDictionaryAsync(letter => letter.Id, letter => letter.Kind, ct);
        var count = new BatchCount(items.Count, items.Count(item => item.Letter is not null), items.Count(item => item.Refusal is not null));
        return new BatchView(
            new BatchLine(batch.Id, batch.Title, batch.ByName, batch.At, batch.StoppedAt, count),
            [.. items.Where(item => numbers.ContainsKey(item.Case)).Select(item => new BatchLetter(new CaseAsSeen(item.Case, item.Version), numbers[item.Case], item.EndedAt, item.Letter, item.Letter is { } letter ? letters[letter] : null, item.Refused) { Why = item.Why })]);
    }

    private static async Task<Actor?> WhoAsync(PortalDb db, PersonId by, CancellationToken ct) =>
        await db.PersonAsync(by, ct) is { } actor && PublishTogether.MayPublish(actor) ? actor : null;
}

/// <summary>A decision that waits to be made known.</summary>
public sealed record ReadyDecision(CaseAsSeen Case, CaseNumber Number, string Pseudonym, string Exam, Outcome Outcome, DateTimeOffset SignedAt)
{
    public ImmutableArray<string> Incidents { get; init; } = [];

    /// <summary>The session in which it was taken.</summary>
    public DateOnly? Session { get; init; }
}

/// <summary>How many letters of a list went out or were refused.</summary>
public sealed record BatchCount(int All, int Sent, int Refused)
{
    public int Waiting => All - Sent - Refused;
}

public sealed record BatchLine(Guid Id, string Title, string By, DateTimeOffset At, DateTimeOffset? StoppedAt, BatchCount Count)
{
    /// <summary>Something of it is still to be done.</summary>
    public bool IsRunning => StoppedAt is null && Count.Waiting > 0;
}

/// <param name="Total">On all pages together.</param>
public sealed record BatchLines(ImmutableArray<BatchLine> Lines, int Total);

/// <summary>One line of a list: waiting, gone out, or refused with the reason.</summary>
public sealed record BatchLetter(CaseAsSeen Case, CaseNumber Number, DateTimeOffset? EndedAt, Guid? Letter, LetterKind? Kind, Refused? Refused)
{
    /// <summary>What the portal met with when it could not make the letter; null when that is not why it was refused.</summary>
    public string? Why { get; init; }

    /// <summary>Nothing is wrong with it but that nobody showed who signs, as in a list that waited while the portal was renewed: signed again it can go out.</summary>
    public bool OnlyUnsigned => Refused is { Unmet: [Requirement.SignedAfresh] };
}

public sealed record BatchView(BatchLine Batch, ImmutableArray<BatchLetter> Letters);
