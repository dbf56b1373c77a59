using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;

namespace ReviewPortal.Infrastructure.Store;

/// <summary>Which letter of a case corrects which (Awb 2:12).</summary>
/// <param name="NeverWent">The letters among them that were printed and set aside: they correct nothing.</param>
public sealed record Corrections(ImmutableArray<Correction> All, ImmutableDictionary<Guid, DateTimeOffset> Published, ImmutableHashSet<Guid> NeverWent)
{
    /// <summary>When the letter went out that this one corrects; null when it corrects none.</summary>
    public DateTimeOffset? Corrects(Guid letter) => All.FirstOrDefault(item => item.By == letter) is { } correction ? Published[correction.Letter] : null;

    /// <summary>When the letters went out that correct this one, in order.</summary>
    public ImmutableArray<DateTimeOffset> CorrectedBy(Guid letter) => [.. All.Where(item => item.Letter == letter && !NeverWent.Contains(item.By)).Select(item => Published[item.By])];
}

public static class CorrectionsOfACase
{
    /// <param name="letters">All letters of the case; only when one of them corrects another is anything more read.</param>
    public static async Task<Corrections> CorrectionsAsync(this PortalDb db, CaseId @case, IReadOnlyCollection<Letter> letters, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(letters);
        var published = letters.ToImmutableDictionary(letter => letter.Id, letter => letter.PublishedAt);
        if (!letters.Any(letter => letter.Kind.Subject() is LetterSubject.Correction)) return new([], published, []);
        var found = await db.Corrections.AsNoTracking().Where(item => item.Case == @case).OrderBy(item => item.At)
            .Select(item => new { Correction = item, Ways = db.Sendings.Where(way => way.Letter == item.By && way.Representative == null).ToList() }).ToListAsync(ct);
        return new([.. found.Select(item => item.Correction)], published, [.. found.Where(item => item.Ways.Any(way => way.NeverWent)).Select(item => item.Correction.By)]);
    }

    /// <summary>
    /// The decision whose term begins anew with what this letter says of the remedy: the decision that counts, or a refused chance, which has a term of its own. A correction is about the letter
    /// it corrects, however often that was corrected; a letter that goes with a decision sent again is about that decision. Once another decision was sent in its place there is no term to begin.
    /// </summary>
    /// <param name="isPosted">What gives the new term has gone out already. An appeal which came meanwhile does not take it away: withdrawn, the term is the student's again; nor does the board that began to decide again, as long as the decision is kept (Awb 3:41, 6:8, 6:19).</param>
    /// <returns>Null when its term cannot begin anew: something runs against it already, it was ruled on, or it has not been made known and no term has begun.</returns>
    public static async Task<Letter?> RestartedAsync(this CaseFile file, Letter letter, CancellationToken ct, bool isPosted = false)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(letter);
        if (!letter.Kind.HasRemedies() || !(isPosted ? file.Meets(Requirement.DecisionStands) : file.Case.State is CaseState.Notified)) return null;
        var about = letter;
        while (about.Kind is LetterKind.CorrectionNewTerm)
        {
            var by = about.Id;
            about = await file.Db.Corrections.Where(item => item.By == by).Join(file.Db.Letters, item => item.Letter, item => item.Id, (_, corrected) => corrected).SingleAsync(ct);
        }

        if (about.Kind is LetterKind.SentAgain) about = file.After.SentAgainWith(about);
        if (file.After.SentAtOf(about) is null) return null;
        var ground = file.After.Ground();
        if (file.After.Refusals.FirstOrDefault(refusal => refusal.Id == about.Id) is { } refused) return ground.IsRuledOn(ground.Chances.FirstOrDefault(chance => chance.Letter == refused.Id)) ? null : refused;
        return file.After.Counting is { } decision && decision.Id == about.Id && !ground.IsRuledOn(ground.Decision) ? decision : null;
    }
}
