using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Student;

/// <summary>The student says, once, what is not right in the minutes of the own hearing (law.md section 4, row 13).</summary>
public sealed class CommentOnMinutes(CaseFiles files)
{
    public Task<Answer> RunAsync(CaseAsSeen @case, string text, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.CommentOnMinutes, by,
        file =>
        {
            // Asked of the file as it was: a second comment would write over the first.
            var open = file.Meets(Requirement.HearingMinutesKept);
            file.State(Requirement.HearingMinutesKept, open);
            if (open) file.Hearing!.HandInComment(text.Trim(), file.Now);
            file.StateWritten(Requirement.MinutesCommentWritten, text, longest: StudentWords.Longest);
            return new Step();
        },
        ct);

    /// <summary>Keeps the comment while it is being written.</summary>
    public Task<Answer> WriteAsync(CaseId @case, string text, PersonId by, CancellationToken ct) => files.PrepareAsync(
        @case, CaseAction.CommentOnMinutes, by,
        file =>
        {
            if (!StudentWords.Fit(text)) return Task.FromResult<Refused?>(GiveView.TooLong(text));
            if (!file.Meets(Requirement.HearingMinutesKept))
                return Task.FromResult<Refused?>(new(CaseAction.CommentOnMinutes, RefusalKind.Unmet) { State = file.Case.State, Unmet = [Requirement.HearingMinutesKept] });
            file.Hearing!.Comment = text;
            return Task.FromResult<Refused?>(null);
        },
        ct);
}
