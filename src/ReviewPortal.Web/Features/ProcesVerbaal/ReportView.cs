using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.ProcesVerbaal;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Review;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.ProcesVerbaal;

/// <summary>What the page of a proces-verbaal shows.</summary>
public sealed record ReportView(
    ProcesVerbaalDraft Draft,
    bool IsSigned,
    string? SignedBy,
    DateTimeOffset? SignedAt,
    ImmutableArray<ReportMoment> Moments,
    ImmutableArray<InstructionChoice> Instructions,
    string? SecondReviewer,
    SecondOpinion? Opinion,
    string OpinionReasons,
    ImmutableArray<AddendumLine> Addenda,
    bool MayWrite,
    Answer ToSign,
    bool MayAdd,
    bool HasQuestions,
    bool BsnReported,
    string? StudentNumber,
    WhyNoReport? Why)
{
    /// <summary>A signed report can be read by whoever the door lets in; an unsigned one only by the reviewer who writes it.</summary>
    public bool CanBeShown => IsSigned || MayWrite;

    public static async Task<ReportView> OfAsync(CaseFile file, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        var id = file.Case.Id;
        var addenda = await file.Db.Addenda.Where(item => item.Case == id).OrderBy(item => item.At).ToListAsync(ct);
        return new ReportView(
            DraftOf(file.Report),
            file.Report?.IsSigned is true, file.Report?.SignedByName, file.Report?.SignedAt,
            [.. file.Observations.Where(mark => mark.Category.Kind is not GroundKind.Netiquette).Select(mark => new ReportMoment(mark.Fragment, mark.Category, mark.Seen))],
            [.. file.Exam.Instructions.Select(item => new InstructionChoice(item.Id, item.Dutch, item.English, item.DeliveredAt is not null))],
            file.Assignment?.SecondReviewerName, file.Assignment?.Opinion, file.Assignment?.Opinion is null ? "" : file.Assignment.OpinionReasons,
            [.. addenda.Select(item => new AddendumLine(item.ByName, item.At, item.Text))],
            MayWrite: file.AskToPrepare(CaseAction.SignProcesVerbaal).IsDone,
            ToSign: file.Ask(CaseAction.SignProcesVerbaal),
            MayAdd: file.SignedReport is not null && file.AskToPrepare(CaseAction.AddAddendum).IsDone,
            HasQuestions: file.Exam.IsExaminedBy(file.Actor.Email) && await file.Db.InformationRequests.AnyAsync(item => item.Case == id && item.Source == InformationSource.Examiner, ct),
            BsnReported: await file.Db.BsnIncidents.AnyAsync(item => item.Case == id, ct),
            // The report itself names a pseudonym only, for its reviewers read it too; examiner and board need to know whose it is (law.md 3.2).
            StudentNumber: file.Assignment?.Involves(file.Actor.Id) is true || !(file.Exam.IsExaminedBy(file.Actor.Email) || file.Actor.Roles.Any(Roles.Board.Append(Role.BoardSecretary).Contains)) ? null : file.Sitting.StudentNumber,
            Why: WhyNone(file));
    }

    private static WhyNoReport? WhyNone(CaseFile file) => file switch
    {
        { SignedReport: not null } => null,
        { ExaminerReport: not null } => WhyNoReport.ByExaminer,
        { Case.State: CaseState.Cleared } => WhyNoReport.Cleared,
        _ => WhyNoReport.NotYet,
    };

    private static ProcesVerbaalDraft DraftOf(ProcesVerbaalRecord? record) => record is null
        ? ProcesVerbaalDraft.Empty
        : new(record.Suspicion, record.Inference, record.Exculpatory, record.InstructionId, record.Identity, record.BsnVisible);
}

/// <summary>Why there is no signed report to read.</summary>
public enum WhyNoReport
{
    NotYet,

    /// <summary>The review ended without remarks, so nothing will be signed.</summary>
    Cleared,

    /// <summary>The case began with the report of the examiner (UU-EXR-1).</summary>
    ByExaminer,
}

public sealed record ReportMoment(Fragment Fragment, Ground Category, string Seen);

public sealed record InstructionChoice(string Id, string Dutch, string English, bool HasProof)
{
    public string Text(Language language) => language is Language.English ? English : Dutch;
}

public sealed record AddendumLine(string By, DateTimeOffset At, string Text);
