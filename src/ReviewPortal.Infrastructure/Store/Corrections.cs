using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;

namespace ReviewPortal.Infrastructure.Store;

/// <summary>Which letter of a case corrects which (Awb 2:12).</summary>
public sealed record Corrections(ImmutableArray<Correction> All, ImmutableDictionary<Guid, DateTimeOffset> Published)
{
    /// <summary>When the letter went out that this one corrects; null when it corrects none.</summary>
    public DateTimeOffset? Corrects(Guid letter) => All.FirstOrDefault(item => item.By == letter) is { } correction ? Published[correction.Letter] : null;

    /// <summary>When the letters went out that correct this one, in order.</summary>
    public ImmutableArray<DateTimeOffset> CorrectedBy(Guid letter) => [.. All.Where(item => item.Letter == letter).Select(item => Published[item.By])];
}

public static class CorrectionsOfACase
{
    /// <param name="letters">All letters of the case; only when one of them corrects another is anything more read.</param>
    public static async Task<Corrections> CorrectionsAsync(this PortalDb db, CaseId @case, IReadOnlyCollection<Letter> letters, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(letters);
        return letters.Any(letter => letter.Kind.Subject() is LetterSubject.Correction)
            ? new([.. await db.Corrections.AsNoTracking().Where(item => item.Case == @case).OrderBy(item => item.At).ToListAsync(ct)], letters.ToImmutableDictionary(letter => letter.Id, letter => letter.PublishedAt))
            : new([], ImmutableDictionary<Guid, DateTimeOffset>.Empty);
    }
}
