using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Access;

/// <summary>What anybody may know of a letter whose code they have: that it was issued, on which day, in whose name. Nobody's name, no case, no content.</summary>
public sealed class LetterCheck(PortalDbs dbs, Institutions institutions)
{
    /// <param name="sha256">The hash of a file that is compared with the letter; null when none was given.</param>
    /// <returns>Null when no letter has this code.</returns>
    public async Task<IssuedLetter?> FindAsync(LetterCode code, string? sha256, Language language, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        var found = await db.Letters.Where(letter => letter.Code == code).Select(letter => new { letter.Kind, letter.PublishedAt, letter.Sha256, Texts = db.HouseTexts.FirstOrDefault(texts => texts.Id == letter.HouseTexts) }).SingleOrDefaultAsync(ct);
        if (found is null) return null;
        // In whose name it went out then; who writes today may be called otherwise.
        var institution = found.Texts?.Content ?? institutions.Configured;
        var organ = LetterWriter.Organ(found.Kind, institution, language);
        return new(Amsterdam.DateOf(found.PublishedAt), organ, institution.Name.In(language), sha256 is null ? null : sha256 == found.Sha256);
    }
}

/// <param name="IsSameFile">Whether the file that was compared is the letter, bit by bit; null when none was.</param>
public sealed record IssuedLetter(DateOnly On, string Organ, string Institution, bool? IsSameFile);
