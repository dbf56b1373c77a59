using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Decisions;

/// <summary>A second member co-signs the decision, or returns it to deliberation with reasons.</summary>
public sealed class CoSign(CaseFiles files, DocumentPress press)
{
    public Task<Answer> RunAsync(CaseAsSeen @case, Signatory by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.CoSign, by.Person,
        async file =>
        {
            file.Signing = by.Signing;
            // Asked of the decision before the signature is set, for afterwards it would have been co-signed already.
            // A proposal that another member added after the first signature is part of the letter: who wrote it is not its second reader (WHW 7.12b lid 2).
            if (file.Decision is { IsSigned: true } && file.DecisionKind.Proposes() && file.After.Termination?.ProposedBy == file.Actor.Id) file.State(Requirement.AnotherMember, false);
            if (file.Pin(Requirement.AnotherMember)) file.Decision!.CoSign(file.Actor, file.Now, by.Signing);
            file.State(Requirement.WordsFitForLetter, (await press.WordFaultsAsync(file, ct)).IsEmpty);
            return new Step();
        },
        keep: null,
        ct);

    /// <summary>Also after the co-signature, until it is published: a letter that may not go out any more must have a way back (Awb 3:40).</summary>
    public Task<Answer> ReturnAsync(CaseAsSeen @case, string reasons, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.ReturnToDeliberation, by,
        file =>
        {
            file.StateWritten(Requirement.ReturnReasons, reasons);
            var another = file.Decision?.SignedBy is { } first && first != file.Actor.Id;
            if (another) file.Decision!.Reopen();
            file.State(Requirement.AnotherMember, another);
            return new Step(reasons);
        },
        ct);
}
