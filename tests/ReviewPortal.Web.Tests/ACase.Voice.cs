using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Web.Features.Committee;
using ReviewPortal.Web.Features.Decisions;
using ReviewPortal.Web.Features.Letters;
using ReviewPortal.Web.Features.ProcesVerbaal;
using ReviewPortal.Web.Features.Student;

namespace ReviewPortal.Web.Tests;

/// <summary>Who speaks for the student, and who signs without showing who that is.</summary>
internal sealed partial class ACase
{
    public static readonly RepresentativeDraft Karimi = new("mr. A. Karimi", "Rechtswinkel Utrecht", "Voorstraat 88\n3512 AT Utrecht", "", "Ik verklaar dat mr. A. Karimi namens mij mag optreden in deze zaak.");

    public Task<Answer> NameRepresentativeAsync(RepresentativeDraft? draft = null, string by = "student") => portal.Get<NameRepresentative>().RunAsync(Latest, draft ?? Karimi, Person(by), Ct);

    public Task<Answer> WithdrawRepresentativeAsync(string by = "student") => portal.Get<NameRepresentative>().WithdrawAsync(Latest, Person(by), Ct);

    public Task<Answer> AskAuthorisationAsync(string by = "secretaris") => portal.Get<AskAuthorisation>().RunAsync(Latest, Person(by), Ct);

    /// <summary>The step is signed, and nobody showed who signs (Awb 2:18).</summary>
    public async Task<Answer> UnprovenAsync(CaseAction action)
    {
        if (action is CaseAction.TerminateEnrolment or CaseAction.DecideObjection) await HearingComesAsync();
        return await UnprovenNowAsync(action);
    }

    private Task<Answer> UnprovenNowAsync(CaseAction action) => action switch
    {
        CaseAction.SignProcesVerbaal => portal.Get<SignProcesVerbaal>().RunAsync(Latest, shown: null, portal.Unproven("reviewer"), Ct),
        CaseAction.DecideValid => portal.Get<Decide>().RunAsync(Latest, Outcome.Valid, portal.Unproven("lid1"), Ct),
        CaseAction.DecideIrregularity => portal.Get<Decide>().RunAsync(Latest, Outcome.Irregularity, portal.Unproven("lid1"), Ct),
        CaseAction.DecideFraud => portal.Get<Decide>().RunAsync(Latest, Outcome.Fraud, portal.Unproven("lid1"), Ct),
        CaseAction.CoSign => portal.Get<CoSign>().RunAsync(Latest, portal.Unproven("voorzitter"), Ct),
        CaseAction.Publish => portal.Get<Publish>().RunAsync(Latest, portal.Unproven("secretaris"), Ct),
        CaseAction.TerminateEnrolment or CaseAction.KeepEnrolment => portal.Get<Termination>().DecideAsync(Latest, action is CaseAction.TerminateEnrolment, "Gehoord op 30 november.", "Niets minder volstaat.", portal.Unproven("cvb"), Ct),
        CaseAction.ProposeRetakeAnswer => portal.Get<AnswerRetake>().ProposeAsync(Latest, grant: true, "De melding kwam meteen.", portal.Unproven("lid2"), Ct),
        CaseAction.ProposeTermination => portal.Get<Termination>().ProposeAsync(Latest, "Dit is de derde keer.", portal.Unproven("voorzitter"), Ct),
        CaseAction.CoSignTermination => UnprovenProposalAsync(),
        CaseAction.GrantRetake or CaseAction.RefuseRetake => portal.Get<AnswerRetake>().AnswerAsync(Latest, action is CaseAction.GrantRetake, portal.Unproven("lid1"), Ct),
        CaseAction.ReconsiderTermination => portal.Get<Termination>().ReconsiderAsync(Latest, restored: true, "De grond is weggevallen.", portal.Unproven("cvb"), Ct),
        CaseAction.SendAgain => portal.Get<Delivery>().SendAgainAsync(Latest, Core.Letters.SendingChannel.HandedOver, portal.Unproven("secretaris"), Ct),
        CaseAction.CorrectLetter => UnprovenCorrectionAsync(),
        CaseAction.DecideObjection => portal.Get<DecideObjection>().RunAsync(Latest, ObjectionOutcome.Unfounded, new HearingRecord("Gehoord op 11 januari 2027."), "Het College blijft bij zijn besluit.", portal.Unproven("cvb"), Ct),
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "No signature"),
    };

    private async Task<Answer> UnprovenCorrectionAsync() => await portal.Get<CorrectLetter>().RunAsync(Latest, await MistakeAsync(), portal.Unproven("secretaris"), Ct);

    private async Task<Answer> UnprovenProposalAsync() => await portal.Get<Termination>().CoSignAsync(Latest, await ProposedAtAsync(), portal.Unproven("lid1"), Ct);
}
