using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.ProcesVerbaal;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Decisions;

/// <summary>The records of earlier rooms on which a decision rests.</summary>
public sealed record DecisionGround(Decision? Decision, View? View, Exam Exam, Sitting Sitting, IReadOnlyCollection<InTestMessage> Messages)
{
    /// <summary>What the signed proces-verbaal suspects.</summary>
    public Suspicion? Suspicion { get; init; }

    /// <summary>The report rests on something other than netiquette (UU-NET-2).</summary>
    public bool HasFinding { get; init; }

    /// <summary>The decision before this one in the same case; null for the first.</summary>
    public FormerRound? Former { get; init; }

    /// <summary>What that decision imposed.</summary>
    public Sanction? FormerSanction { get; init; }

    /// <summary>When the draft was last kept as it is being written; null when it never was.</summary>
    public DateTimeOffset? DraftKeptAt { get; init; }

    /// <summary>The student said more after the board last looked at its draft: the reply in it is to something else (Awb 3:46).</summary>
    public bool ReplyIsOlder => View is { NeedsReply: true, CompleteAt: { } complete } && complete > DraftKeptAt;

    public DateOnly ExamDate => Amsterdam.DateOf(Sitting.Start);

    /// <summary>Everything art. 4.3a asks about, read off the draft and these records.</summary>
    public Situation43a Situation(DecisionDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return new(
            Regulations.On(ExamDate, RegulationKind.BoardRules) is not null, HasFinding, draft.Grounds, draft.Attribution,
            ProofOfReport(draft.Report), ProofOfInstruction(draft.InstructionId), !Inked.IsEmpty(draft.Proportionality));
    }

    private ReportProof ProofOfReport(long? pointedOut)
    {
        var own = Messages.Where(line => line.From is MessageFrom.Candidate).ToArray();
        if (own.FirstOrDefault(line => line.Id == pointedOut) is { } report) return report.IsReportDuring(Sitting) ? ReportProof.DuringTheTest : ReportProof.OutsideTheTest;
        if (own.Any(line => line.IsReportDuring(Sitting))) return ReportProof.NotPointedOut;
        return own.Length > 0 ? ReportProof.OutsideTheTest : ReportProof.NothingReported;
    }

    // The instruction exists and was delivered before the sitting began (UU-IR-12).
    private InstructionProof ProofOfInstruction(string? pointedOut)
    {
        if (!Exam.Instructions.Any(WasGiven)) return InstructionProof.NoneGiven;
        if (string.IsNullOrEmpty(pointedOut)) return InstructionProof.NotPointedOut;
        return Exam.Instruction(pointedOut) is { } instruction && WasGiven(instruction) ? InstructionProof.GivenBefore : InstructionProof.NotGivenBefore;
    }

    private bool WasGiven(Instruction instruction) => instruction.DeliveredAt <= Sitting.Start;
}
