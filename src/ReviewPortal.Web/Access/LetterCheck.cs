using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Access;

/// <summary>What anybody may know of a letter whose code they have: that it was made, whether and on which day it was sent, in whose name. Nobody's name, no case, no content.</summary>
public sealed class LetterCheck(PortalDbs dbs, Institutions institutions)
{
    /// <param name="sha256">The hash of a file that is compared with the letter; null when none was given.</param>
    /// <returns>Null when no letter has this code.</returns>
    public async Task<IssuedLetter?> FindAsync(LetterCode code, string? sha256, Language language, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        var found = await db.Letters.Where(letter => letter.Code == code).Select(letter => new { Letter = letter, Texts = db.HouseTexts.FirstOrDefault(texts => texts.Id == letter.HouseTexts) }).SingleOrDefaultAsync(ct);
        if (found is null) return null;
        // In whose name it went out then; who writes today may be called otherwise.
        var institution = found.Texts?.Content ?? institutions.Configured;
        var letter = found.Letter;
        var organ = LetterWriter.Organ(letter.Kind, institution, language);
        // A copy to whoever speaks for the student sends it to nobody else (Awb 6:17).
        var ways = await db.Sendings.Where(way => way.Letter == letter.Id && way.Representative == null).ToListAsync(ct);
        var sent = letter.LastGone(ways);
        return new(Amsterdam.DateOf(sent ?? letter.PublishedAt), sent is not null ? LetterStand.Issued : Sending.WereSetAside(ways) ? LetterStand.SetAside : LetterStand.Made, organ, institution.Name.In(language), sha256 is null ? null : sha256 == letter.Sha256);
    }
}

/// <summary>How far a letter came.</summary>
public enum LetterStand
{
    Issued,

    /// <summary>Printed, and not posted or handed over yet.</summary>
    Made,

    /// <summary>Printed, and set aside before it was posted or handed over: it brought nothing about (Awb 3:40).</summary>
    SetAside,
}

/// <param name="On">The day on which it was last sent; on which it was made, for one that was printed only (Awb 3:41).</param>
/// <param name="IsSameFile">Whether the file that was compared is the letter, bit by bit; null when none was.</param>
public sealed record IssuedLetter(DateOnly On, LetterStand Stand, string Organ, string Institution, bool? IsSameFile);
