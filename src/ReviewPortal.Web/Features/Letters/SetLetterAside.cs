using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Letters;

/// <summary>A letter that was printed and is wrong does not go out: it was never sent, begins nothing and keeps nothing waiting (Awb 3:40, 3:41). The case stays where it is.</summary>
public sealed class SetLetterAside(CaseFiles files)
{
    /// <param name="why">What is wrong with it.</param>
    public Task<Answer> RunAsync(CaseAsSeen @case, Guid sending, string why, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.SetLetterAside, by,
        async file =>
        {
            var id = file.Case.Id;
            var letter = await file.Db.Letters.FirstOrDefaultAsync(item => item.Case == id && file.Db.Sendings.Any(way => way.Id == sending && way.Letter == item.Id), ct);
            var ways = letter is null ? [] : await file.Db.Sendings.Where(item => item.Letter == letter.Id).ToListAsync(ct);
            var isPossible = letter is not null && IsFor(file, letter) && ways.Any(way => way.Id == sending && IsOwn(way));
            file.State(Requirement.LetterToSetAside, isPossible);
            file.StateWritten(Requirement.DeliveryProblem, why);
            // Its copy has nothing to be posted any more.
            if (isPossible) ways.Where(way => way.IsToPost).ToList().ForEach(way => way.Fail(why.Trim(), file.Now));
            return new Step(why);
        },
        keep: null,
        ct);

    /// <summary>Those that can be set aside as the case stands.</summary>
    /// <param name="sendings">Of these letters.</param>
    public static IEnumerable<Sending> Among(CaseFile file, IReadOnlyCollection<Letter> letters, IEnumerable<Sending> sendings) =>
        sendings.Where(way => IsOwn(way) && letters.Any(letter => letter.Id == way.Letter && IsFor(file, letter)));

    private static bool IsOwn(Sending way) => way is { Representative: null, IsToPost: true };

    // A correction can be made anew. The failed delivery of the decision as it is now is a step of the procedure (RecordDeliveryFailure); where that is not open, and of an earlier
    // decision, nobody has to post what is wrong or no longer holds.
    private static bool IsFor(CaseFile file, Letter letter) => letter.Kind.Subject() is LetterSubject.Correction
        || (letter.Kind.Subject() is LetterSubject.Decision or LetterSubject.Resending
            && (!CaseLifecycle.IsOpen(file.Case.State, CaseAction.RecordDeliveryFailure) || letter.PublishedAt < file.After.Letter?.PublishedAt));
}
