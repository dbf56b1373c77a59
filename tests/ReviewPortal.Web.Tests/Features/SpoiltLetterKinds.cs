using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;

namespace ReviewPortal.Web.Tests.Features;

/// <summary>The steps that lack one thing: an objection, a corrected letter, and the proces-verbaal outside an invitation.</summary>
internal static class SpoiltLetterKinds
{
    private static readonly DateOnly Future = new(2027, 11, 30);

    private const string WithNumber = "De student met nummer 123456782.";

    public static readonly IReadOnlyList<SpoiltStep> All =
    [
        new(CaseAction.LodgeObjection, Requirement.NoOpenObjection, Stage.ObjectionLodged, (_, @case) => @case.LodgeObjectionAsync()),
        new(CaseAction.LodgeObjection, Requirement.ObjectionReceived, Stage.EnrolmentEnded, (_, @case) => @case.LodgeObjectionAsync(Future)),
        new(CaseAction.WithdrawObjection, Requirement.ObjectionOpen, Stage.EnrolmentEnded, (_, @case) => @case.WithdrawObjectionAsync()) { With = [Requirement.ObjectionWithdrawal] },
        new(CaseAction.WithdrawObjection, Requirement.ObjectionWithdrawal, Stage.ObjectionLodged, (_, @case) => @case.WithdrawObjectionAsync(on: Future)),
        new(CaseAction.DecideObjection, Requirement.ApartFromTheBoard, Stage.ObjectionLodged, (portal, @case) => SpoiltSteps.Tampered(portal, SpoiltAfterwards.AlsoExecutive("voorzitter"), () => @case.DecideObjectionAsync(by: "voorzitter"))),
        new(CaseAction.DecideObjection, Requirement.ObjectionOpen, Stage.ObjectionLodged, (_, @case) => SpoiltSteps.After(@case.DecideObjectionAsync(), () => @case.DecideObjectionAsync())),
        new(CaseAction.DecideObjection, Requirement.HeardOnObjection, Stage.ObjectionLodged, (_, @case) => @case.DecideObjectionAsync(hearing: " ")),
        new(CaseAction.DecideObjection, Requirement.EnrolmentToRestore, Stage.EnrolmentToHear, async (_, @case) =>
        {
            await ACase.DoneAsync(@case.DecideTerminationAsync(terminate: false));
            await ACase.DoneAsync(@case.LodgeObjectionAsync());
            await ACase.DoneAsync(@case.InviteToHearingAsync());
            return () => @case.DecideObjectionAsync(ObjectionOutcome.Founded);
        }),
        new(CaseAction.DecideObjection, Requirement.WithinLength, Stage.ObjectionLodged, (_, @case) => @case.DecideObjectionAsync(hearing: SpoiltAfterwards.TooMuchHearing)),
        new(CaseAction.DecideObjection, Requirement.ObjectionReasons, Stage.ObjectionLodged, (_, @case) => @case.DecideObjectionAsync(reasons: " ")),
        new(CaseAction.DecideObjection, Requirement.WordsFitForLetter, Stage.ObjectionLodged, (_, @case) => @case.DecideObjectionAsync(hearing: WithNumber)),

        new(CaseAction.CorrectLetter, Requirement.NoConflictOfInterest, Stage.Notified, (_, @case) => SpoiltSteps.After(@case.DeclareConflictAsync("secretaris"), () => @case.CorrectLetterAsync())),
        new(CaseAction.CorrectLetter, Requirement.AddresseeKnown, Stage.Notified, (portal, @case) => SpoiltSteps.Tampered(portal, SpoiltSteps.NoStudent, () => @case.CorrectLetterAsync())),
        new(CaseAction.CorrectLetter, Requirement.LetterToCorrect, Stage.EnrolmentEnded, (_, @case) => @case.CorrectLetterAsync(kind: LetterKind.EnrolmentTerminated)),
        new(CaseAction.CorrectLetter, Requirement.MistakeNamed, Stage.Notified, (_, @case) => @case.CorrectLetterAsync(" ")),
        new(CaseAction.CorrectLetter, Requirement.MistakeQuoted, Stage.Notified, (_, @case) => @case.CorrectLetterAsync("Dit staat er niet")),
        new(CaseAction.CorrectLetter, Requirement.OutcomeUnchanged, Stage.Notified, (_, @case) => @case.CorrectLetterAsync(unchanged: false)),
        new(CaseAction.CorrectLetter, Requirement.TermCanBeginAnew, Stage.Dismissed, (_, @case) => @case.CorrectLetterAsync(newTerm: true)),
        new(CaseAction.CorrectLetter, Requirement.WordsFitForLetter, Stage.Notified, (_, @case) => @case.CorrectLetterAsync(right: WithNumber)),

        new(CaseAction.SendProcesVerbaal, Requirement.NoConflictOfInterest, Stage.Investigated, (_, @case) => SpoiltSteps.After(@case.DeclareConflictAsync("secretaris"), () => @case.SendReportAsync())),
        new(CaseAction.SendProcesVerbaal, Requirement.AddresseeKnown, Stage.Investigated, (portal, @case) => SpoiltSteps.Tampered(portal, SpoiltSteps.NoStudent, () => @case.SendReportAsync())),
        new(CaseAction.SendProcesVerbaal, Requirement.ProcesVerbaalSigned, Stage.Cleared, async (portal, @case) =>
        {
            await ACase.DoneAsync(@case.ReportByExaminerAsync());
            await ACase.DoneAsync(portal.On(11, 9).Then(() => @case.TakeUpAsync()));
            return () => @case.SendReportAsync();
        }),
        new(CaseAction.SendProcesVerbaal, Requirement.ReportNotYetDisclosed, Stage.ViewsInvited, (_, @case) => @case.SendReportAsync()),
        new(CaseAction.SendProcesVerbaal, Requirement.DisclosureReason, Stage.Investigated, (_, @case) => @case.SendReportAsync(asked: false)),
    ];
}
