using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Decisions;

/// <summary>One version of the text, as the page lists it.</summary>
public sealed record KeptVersion(int Number, string ByName, DateTimeOffset From, DateTimeOffset Until, DateTimeOffset? SignedAt, DecisionDraft Draft);

/// <summary>
/// Keeps the draft of a decision after every sitting of writing: one row is written on until somebody else writes, ten minutes pass, or it is signed. Who may read the decision may compare.
/// </summary>
public sealed class DecisionVersions(CaseFiles files)
{
    public Task<ImmutableArray<KeptVersion>> ListAsync(CaseId @case, PersonId by, CancellationToken ct) => files.LookAsync(
        @case, by,
        async file =>
        {
            // As the page itself: before publication a decision is for those who take it.
            if (file.Decision is null || !CaseSight.MayKnowOutcome(file.Case.State, file.Actor.Roles)) return [];
            var versions = await file.Db.DecisionVersions.AsNoTracking().Where(item => item.Case == @case).OrderBy(item => item.Number).ToListAsync(ct);
            return versions.Select(item => new KeptVersion(item.Number, item.ByName, item.From, item.Until, item.SignedAt, item.Draft)).ToImmutableArray();
        },
        ct);

    /// <summary>What was just written; part of the transaction in which it is.</summary>
    internal static async Task KeepAsync(CaseFile file, CancellationToken ct)
    {
        var (last, draft) = (await LastAsync(file, ct), file.Decision!.Draft);
        if (last?.GoesOn(file.Actor.Id, file.Now) is true) (last.Draft, last.Until) = (draft, file.Now);
        else file.Db.Add(Next(file, last, draft));
    }

    /// <summary>It was signed as it stands: nobody writes on in that version.</summary>
    internal static async Task SignAsync(CaseFile file, CancellationToken ct)
    {
        if (file.Decision is null) return;
        var last = await LastAsync(file, ct);
        if (last is not { SignedAt: null } || last.By != file.Actor.Id)
        {
            // A draft from before versions were kept, one that was returned and signed as it was, or the last words of somebody else: theirs stay as they left them.
            last = Next(file, last, file.Decision.Draft);
            file.Db.Add(last);
        }

        (last.Draft, last.SignedAt) = (file.Decision.Draft, file.Now);
    }

    private static Task<DecisionVersion?> LastAsync(CaseFile file, CancellationToken ct) =>
        file.Db.DecisionVersions.Where(item => item.Case == file.Case.Id).OrderByDescending(item => item.Number).FirstOrDefaultAsync(ct);

    private static DecisionVersion Next(CaseFile file, DecisionVersion? last, DecisionDraft draft) =>
        new() { Case = file.Case.Id, Number = (last?.Number ?? 0) + 1, By = file.Actor.Id, ByName = file.Actor.Name, From = file.Now, Until = file.Now, Draft = draft };
}
