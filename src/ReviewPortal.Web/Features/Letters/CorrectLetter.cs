using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Mail;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Letters;

/// <summary>A mistake as the secretary describes it.</summary>
/// <param name="Letter">The letter with the mistake.</param>
/// <param name="NewTerm">It was in what the letter says about the remedy or its last day.</param>
/// <param name="OutcomeUnchanged">The secretary states that nothing changes in what was decided.</param>
public sealed record Mistake(Guid Letter, string Wrong, string Right, bool NewTerm, bool OutcomeUnchanged)
{
    /// <summary>Of what it says and of what it should have said each, in characters.</summary>
    public const int Longest = 2000;

    /// <summary>A clerical mistake is a few words or a paragraph, not a letter.</summary>
    [JsonIgnore]
    public bool IsWithinBounds => Wrong.Length <= Longest && Right.Length <= Longest;
}

/// <summary>A clerical mistake is corrected by a new letter that names the old one; the old one keeps its bytes (Awb 2:12, I6).</summary>
public sealed class CorrectLetter(CaseFiles files, DocumentPress press)
{
    /// <param name="by">The corrected letter carries the same name as any other: who sends it signs it (Awb 2:18).</param>
    public Task<Answer> RunAsync(CaseAsSeen @case, Mistake mistake, Signatory by, CancellationToken ct)
    {
        Letter? letter = null, contested = null;
        return files.StepAsync(
            @case, CaseAction.CorrectLetter, by.Person,
            async file =>
            {
                file.Signing = by.Signing;
                var id = file.Case.Id;
                letter = await file.Db.Letters.FirstOrDefaultAsync(item => item.Id == mistake.Letter && item.Case == id, ct);
                contested = mistake.NewTerm && letter is not null ? await file.RestartedAsync(letter, ct) : null;
                var (wrong, right) = (mistake.Wrong.Trim(), mistake.Right.Trim());
                file.State(Requirement.LetterToCorrect, letter?.Kind.IsOfTheBoard() is true && !Sending.WereSetAside(await file.Db.Sendings.Where(way => way.Letter == letter.Id && way.Representative == null).ToListAsync(ct)));
                file.State(Requirement.MistakeNamed, !Inked.IsEmpty(wrong) && !Inked.IsEmpty(right) && !string.Equals(Inked.Of(wrong), Inked.Of(right), StringComparison.Ordinal));
                file.State(Requirement.MistakeWithinBounds, mistake.IsWithinBounds);
                file.Explain(Requirement.MistakeWithinBounds, language => LifecycleTexts.TooLong(Math.Max(mistake.Wrong.Length, mistake.Right.Length), Mistake.Longest, language));
                file.State(Requirement.MistakeQuoted, letter is null || wrong.Length is 0 || !mistake.IsWithinBounds || await QuotedAsync(file.Db, letter, wrong, ct));
                file.State(Requirement.OutcomeUnchanged, mistake.OutcomeUnchanged);
                file.State(Requirement.TermCanBeginAnew, !mistake.NewTerm || letter is null || contested is not null);
                file.State(Requirement.WordsFitForLetter, true);
                if (letter is null || !mistake.IsWithinBounds) return new Step();

                file.Corrected = new(letter.Kind, Amsterdam.DateOf(letter.PublishedAt), wrong, right, LastDay(file, letter));
                await press.StateWordsAsync(file, KindOf(mistake), ct);
                // The term of the decision as it is now is that of the case; printed for the post, it begins once the letter has been posted.
                return new Step(right, contested is not null && contested.Id == file.After.Letter?.Id && await file.AgreesAsync(KindOf(mistake), ct) ? StatutoryTerms.Appeal(Amsterdam.DateOf(file.Now)).LastDay : null);
            },
            file => KeepAsync(file, letter!, contested, mistake, ct),
            ct);
    }

    /// <summary>The letter as it would go out now; null while nothing is quoted, or where nothing can be corrected.</summary>
    public Task<Document?> DrawAsync(CaseId @case, Mistake mistake, PersonId by, CancellationToken ct) => Inked.IsEmpty(mistake.Wrong) || !mistake.IsWithinBounds ? Task.FromResult<Document?>(null) : files.LookAsync(
        @case, by,
        async file =>
        {
            var letter = await file.Db.Letters.FirstOrDefaultAsync(item => item.Id == mistake.Letter && item.Case == @case, ct);
            if (letter?.Kind.IsOfTheBoard() is not true || !file.AskToPrepare(CaseAction.CorrectLetter).IsDone) return null;
            file.Corrected = new(letter.Kind, Amsterdam.DateOf(letter.PublishedAt), mistake.Wrong.Trim(), mistake.Right.Trim(), LastDay(file, letter));
            return await press.DraftAsync(file, KindOf(mistake), ct);
        },
        ct);

    /// <summary>Does what is quoted stand in the letter? True as well while there is nothing to be looked up.</summary>
    public async Task<bool> IsQuotedAsync(CaseId @case, Mistake mistake, PersonId by, CancellationToken ct) => Inked.IsEmpty(mistake.Wrong) || !mistake.IsWithinBounds || await files.LookAsync(
        @case, by,
        async file => !file.AskToPrepare(CaseAction.CorrectLetter).IsDone || await file.Db.Letters.FirstOrDefaultAsync(item => item.Id == mistake.Letter && item.Case == @case, ct) is not { } letter || await QuotedAsync(file.Db, letter, mistake.Wrong.Trim(), ct),
        ct);

    // Held against the bytes that went out.
    private static async Task<bool> QuotedAsync(PortalDb db, Letter letter, string wrong, CancellationToken ct) =>
        new PrintedWords(await db.Files.Where(item => item.Sha256 == letter.Sha256).Select(item => item.Content).SingleAsync(ct)).Have(wrong);

    private async Task KeepAsync(CaseFile file, Letter letter, Letter? contested, Mistake mistake, CancellationToken ct)
    {
        var correction = await press.IssueAsync(file, KindOf(mistake), ct);
        file.Db.Add(new Correction
        {
            Id = Guid.CreateVersion7(file.Now), Case = file.Case.Id, Letter = letter.Id, By = correction.Id, Wrong = mistake.Wrong.Trim(), Right = mistake.Right.Trim(), NewTerm = mistake.NewTerm, At = file.Now, ByName = file.Actor.Name,
        });
        // It reached the student, so its first sending stands; only the term runs from today, as with a second sending (Awb 2:11, 6:8). By post it runs from the posting (RecordPosting).
        if (contested is not null && await file.AgreesAsync(correction.Kind, ct)) file.Db.Add(Sending.Of(contested, SendingChannel.Portal, "", file.Now));
    }

    // The day that counts today, which after a second sending is not the one that was printed.
    private static DateOnly? LastDay(CaseFile file, Letter letter) =>
        letter.AppealBy is not null && file.After.SentAtOf(letter) is { } at ? letter.Kind.RemedyTerm(Amsterdam.DateOf(at))?.LastDay : null;

    private static LetterKind KindOf(Mistake mistake) => mistake.NewTerm ? LetterKind.CorrectionNewTerm : LetterKind.Correction;
}
