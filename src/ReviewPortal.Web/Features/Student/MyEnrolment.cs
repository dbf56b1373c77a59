using System.Collections.Immutable;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Letters;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Student;

/// <summary>What was last said about the student's enrolment, and what can be done against it (WHW 7.12b lid 2, 7.63a, 7.63b).</summary>
/// <param name="Letter">The letter that says it: of the executive board, or of the board of examiners while there is only a proposal.</param>
public sealed record MyEnrolment(MyLetter Letter)
{
    /// <summary>The board of examiners proposed to end it, and the executive board has not decided.</summary>
    public bool IsProposed => Letter.Kind.Proposes();

    /// <summary>The enrolment is ended today.</summary>
    public required bool IsEnded { get; init; }

    /// <summary>What burdens the student can be contested; of what does not, the letter says so.</summary>
    public Remedy Remedy => IsEnded ? Letter.Kind.Remedy() : Remedy.None;

    /// <summary>The day on which the objection was received that has not been decided on; null when none is pending.</summary>
    public DateOnly? ObjectionReceived { get; private init; }

    /// <summary>By when that objection is decided on.</summary>
    public DateOnly? DecideBy { get; private init; }

    /// <param name="letters">All letters of the case, the latest first; what never went comes behind.</param>
    public static MyEnrolment? Of(CaseFile file, ImmutableArray<MyLetter> letters)
    {
        ArgumentNullException.ThrowIfNull(file);
        var pending = file.After.Termination is { IsMade: true, DecidedAt: null } && !file.After.ProposalFell(file.Case.State, file.Decision?.Outcome);
        var letter = letters.FirstOrDefault(item => item.Kind.Subject() is LetterSubject.Enrolment or LetterSubject.Objection || (pending && item.Kind.Proposes()));
        var objection = file.After.Objection is { IsOpen: true } open ? open : null;
        return letter is null ? null : new(letter) { IsEnded = file.After.IsEnrolmentEnded, ObjectionReceived = objection?.ReceivedOn, DecideBy = objection?.DecideBy };
    }
}
