using System.Collections.Immutable;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Retention;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>Writes, prints and issues the letter on a request for a special facility (L9).</summary>
public sealed class FacilityPress(DocumentPrinter printer, LetterIssue issue, StudentNames names)
{
    /// <summary>The letter as it would read today, with the word for a draft across the page.</summary>
    /// <param name="address">Where it would be posted to, as typed so far; null while nobody typed one.</param>
    /// <returns>Null while nothing has been decided.</returns>
    public byte[]? Preview(FacilityFile file, Language language, SendingChannel channel, string? address)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Request.Decision is null ? null : printer.Print(FacilityLetterWriter.Write(Matter(file, channel, address ?? ""), language) with { Watermark = LetterTexts.Draft(language) }, file.Now);
    }

    /// <summary>What keeps the letter from being published, in the language it goes out in.</summary>
    public async Task<ImmutableArray<LetterFault>> FaultsAsync(FacilityFile file, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Request.Decision is null) return [];
        var matter = Matter(file) with { Others = await names.OthersAsync(file.Db, file.Request.StudentNumber, [file.Student?.Name, file.Request.StudentName], null, ct) };
        var letter = FacilityLetterWriter.Write(matter, file.LetterLanguage);
        return [.. FacilityLetterLint.Check(matter, letter), .. DocumentPrinter.Unprintable($"{file.Student?.Name}\n{matter.OwnWords}").Select(glyph => LetterLint.Unprintable(glyph, file.LetterLanguage, LetterPlace.Reasons))];
    }

    /// <summary>Fixes the letter's bytes and keeps them for the student; part of the caller's transaction.</summary>
    /// <param name="address">Where it is posted to, below the name; only of a letter that goes by post.</param>
    public Task<Letter> IssueAsync(FacilityFile file, SendingChannel channel, string address, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        var matter = Matter(file, channel, address);
        var outgoing = new OutgoingLetter(file.Db, file.Actor, file.Now, matter.Kind!.Value, file.LetterLanguage, channel) { Request = file.Request.Id, AppealBy = matter.AppealTerm.LastDay, HouseTexts = file.Institution.Version };
        return issue.RunAsync(outgoing, imprint => FacilityLetterWriter.Write(matter with { Imprint = imprint }, file.LetterLanguage), ct);
    }

    private static FacilityMatter Matter(FacilityFile file, SendingChannel channel, string address)
    {
        var matter = Matter(file);
        return matter with { Channel = channel, Addressee = matter.Addressee.Reached(channel, address) };
    }

    private static FacilityMatter Matter(FacilityFile file) => new(
        file.Institution, Amsterdam.DateOf(file.Now), new Addressee(file.Student?.Name ?? file.Request.StudentName, file.Request.StudentNumber, []), file.Request)
    {
        KeptUntil = RetentionSchedule.Of(RetentionSubject.FacilityRequest).Until(file.Request.TestOn),
    };
}
