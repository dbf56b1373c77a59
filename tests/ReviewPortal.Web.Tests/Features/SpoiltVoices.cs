using System.Collections.Immutable;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Web.Demo;

namespace ReviewPortal.Web.Tests.Features;

/// <summary>The steps about who speaks for the student, and every signature without a proof of who signs; each lacks one thing.</summary>
internal static class SpoiltVoices
{
    // A citizen service number may stand in no letter (UAVG 46).
    private const string WithNumber = "De student met nummer 123456782 was te laat.";

    private static readonly string AnotherStudent = DemoAccounts.StudentEmail("0412702");

    public static readonly ImmutableArray<SpoiltStep> All =
    [
        new(CaseAction.NameRepresentative, Requirement.AddressedToYou, Stage.ViewsInvited, (_, @case) => @case.NameRepresentativeAsync(by: AnotherStudent)),
        new(CaseAction.NameRepresentative, Requirement.RepresentativeReachable, Stage.ViewsInvited, (_, @case) => @case.NameRepresentativeAsync(ACase.Karimi with { Address = "Voorstraat 88\nUtrecht" })),
        new(CaseAction.NameRepresentative, Requirement.AddressWithinBounds, Stage.ViewsInvited, (_, @case) => @case.NameRepresentativeAsync(ACase.Karimi with { Name = new('K', 300_000) })),
        new(CaseAction.NameRepresentative, Requirement.AddressPrintable, Stage.ViewsInvited, (_, @case) => @case.NameRepresentativeAsync(ACase.Karimi with { Name = "\u0634\u0631\u064A\u0646" })),
        new(CaseAction.NameRepresentative, Requirement.NoCitizenNumber, Stage.ViewsInvited, (_, @case) => @case.NameRepresentativeAsync(ACase.Karimi with { Organisation = "Rechtswinkel, lidnr. 111222333" })),
        .. new[] { (Requirement.AddressWithinBounds, "1\n2\n3\n4\n5\n6\n7"), (Requirement.AddressPrintable, "\u0634\u0627\u0631\u0639 1\n3572 CW Utrecht"), (Requirement.NoCitizenNumber, "Straat 1, 111222333\n3572 CW Utrecht") }.SelectMany(spoilt => new SpoiltStep[]
        {
            new(CaseAction.Publish, spoilt.Item1, Stage.CoSigned, (portal, @case) => portal.On(11, 20).Then(() => @case.PublishAsync(channel: Core.Letters.SendingChannel.Post, proof: "3SABC123", address: spoilt.Item2))),
            new(CaseAction.SendAgain, spoilt.Item1, Stage.DeliveryFailed, (_, @case) => @case.SendAgainAsync(address: spoilt.Item2)),
        }),
        new(CaseAction.SendAgain, Requirement.PostalAddressKnown, Stage.DeliveryFailed, (_, @case) => @case.SendAgainAsync(address: "Kapelstraat 118")),

        // Whoever signs second is called as who signed first, typed otherwise.
        .. new (CaseAction Action, Stage Stage, string By, string Name, Func<ACase, Task<Answer>> Take)[]
        {
            (CaseAction.CoSign, Stage.Decided, "voorzitter", "  A\u00EFsha  KARIMI ", @case => @case.CoSignAsync()),
            (CaseAction.CloseNoGrounds, Stage.ClosingProposed, "voorzitter", "aisha karimi", @case => @case.CloseNoGroundsAsync()),
            (CaseAction.GrantRetake, Stage.ChanceToGrant, "lid1", "Joost Vermeer", @case => @case.AnswerRetakeAsync(granted: true)),
            (CaseAction.RefuseRetake, Stage.ChanceToRefuse, "lid1", "JOOST VERMEER", @case => @case.AnswerRetakeAsync(granted: false)),
            (CaseAction.CoSignTermination, Stage.TerminationToCoSign, "lid1", "Hann\u00E9ke Willems", @case => @case.CoSignTerminationAsync()),
        }.Select(second => new SpoiltStep(second.Action, Requirement.AnotherPerson, second.Stage, (portal, @case) => SpoiltSteps.Tampered(portal, Called(second.By, second.Name), () => second.Take(@case)))),
        new(CaseAction.NameRepresentative, Requirement.AuthorisationGiven, Stage.ViewsInvited, (_, @case) => @case.NameRepresentativeAsync(ACase.Karimi with { Declaration = " " })),
        new(CaseAction.WithdrawRepresentative, Requirement.AddressedToYou, Stage.Represented, (_, @case) => @case.WithdrawRepresentativeAsync(AnotherStudent)),
        new(CaseAction.WithdrawRepresentative, Requirement.RepresentativeStands, Stage.ViewsInvited, (_, @case) => @case.WithdrawRepresentativeAsync()),
        new(CaseAction.AskAuthorisation, Requirement.NoConflictOfInterest, Stage.Represented, (_, @case) => SpoiltSteps.After(@case.DeclareConflictAsync("secretaris"), () => @case.AskAuthorisationAsync())),
        new(CaseAction.AskAuthorisation, Requirement.RepresentativeStands, Stage.ViewsInvited, (_, @case) => @case.AskAuthorisationAsync()),
        new(CaseAction.AskAuthorisation, Requirement.AuthorisationNotShown, Stage.Represented, (_, @case) => SpoiltSteps.After(@case.AskAuthorisationAsync(), () => @case.AskAuthorisationAsync())),

        new(CaseAction.SupplementView, Requirement.AddressedToYou, Stage.ViewsReceived, (_, @case) => @case.SupplementViewAsync(by: AnotherStudent)),
        new(CaseAction.SupplementView, Requirement.WithinLength, Stage.ViewsReceived, (_, @case) => @case.SupplementViewAsync(SpoiltSteps.TooLong)),
        new(CaseAction.SupplementView, Requirement.ViewWritten, Stage.ViewsReceived, (_, @case) => @case.SupplementViewAsync(" ")),
        new(CaseAction.SupplementView, Requirement.ReactionTermRuns, Stage.ViewsReceived, (portal, @case) => portal.On(11, 25).Then(() => @case.SupplementViewAsync())),
        new(CaseAction.AskHearing, Requirement.ReactionTermRuns, Stage.ViewsReceived, (portal, @case) => portal.On(11, 25).Then(() => @case.AskHearingAsync())),
        new(CaseAction.AskHearing, Requirement.NotHeardYet, Stage.ViewsReceived, (portal, @case) => SpoiltSteps.Tampered(portal, "UPDATE Views SET Form = 'Oral'", () => @case.AskHearingAsync())),
        new(CaseAction.GiveView, Requirement.ViewNotGivenYet, Stage.ViewsReceived, (_, @case) => SpoiltSteps.After(@case.AskHearingAsync(), () => @case.GiveViewAsync())),

        new(CaseAction.DecideValid, Requirement.WordsFitForLetter, Stage.Deliberation, (_, @case) => SpoiltSteps.After(@case.DraftAsync(Drafts.Valid with { Reasons = WithNumber }), () => @case.DecideAsync(Outcome.Valid))),
        new(CaseAction.DecideIrregularity, Requirement.WordsFitForLetter, Stage.Deliberation, (_, @case) => SpoiltSteps.After(@case.DraftAsync(Drafts.ForUniversity with { ReplyToView = "U hebt gefraudeerd." }), () => @case.DecideAsync(Outcome.Irregularity))),
        new(CaseAction.DecideFraud, Requirement.WordsFitForLetter, Stage.Deliberation, (_, @case) => SpoiltSteps.After(@case.DraftAsync(Drafts.Fraud with { Evidence = WithNumber }), () => @case.DecideAsync(Outcome.Fraud))),
        new(CaseAction.CoSign, Requirement.WordsFitForLetter, Stage.Decided, (portal, @case) => SpoiltSteps.Tampered(portal, $"UPDATE Decisions SET Reasons = '{WithNumber}'", () => @case.CoSignAsync())),

        Unproven(CaseAction.SignProcesVerbaal, Stage.ReportWritten),
        Unproven(CaseAction.CorrectLetter, Stage.Notified),
        Unproven(CaseAction.SendAgain, Stage.DeliveryFailed),
        new(CaseAction.DecideValid, Requirement.SignedAfresh, Stage.Deliberation, (_, @case) => SpoiltSteps.After(@case.DraftAsync(Drafts.Valid), () => @case.UnprovenAsync(CaseAction.DecideValid))),
        Unproven(CaseAction.DecideIrregularity, Stage.Drafted),
        Unproven(CaseAction.DecideFraud, Stage.FraudDrafted),
        Unproven(CaseAction.CoSign, Stage.Decided),
        new(CaseAction.Publish, Requirement.SignedAfresh, Stage.CoSigned, (portal, @case) => portal.On(11, 20, 15).Then(() => @case.UnprovenAsync(CaseAction.Publish))),
        Unproven(CaseAction.ProposeRetakeAnswer, Stage.ChanceRequested),
        Unproven(CaseAction.GrantRetake, Stage.ChanceToGrant),
        Unproven(CaseAction.RefuseRetake, Stage.ChanceToRefuse),
        Unproven(CaseAction.ProposeTermination, Stage.FraudNotified),
        Unproven(CaseAction.CoSignTermination, Stage.TerminationToCoSign),
        Unproven(CaseAction.TerminateEnrolment, Stage.TerminationProposed),
        Unproven(CaseAction.KeepEnrolment, Stage.TerminationProposed),
        Unproven(CaseAction.ReconsiderTermination, Stage.TerminationFell),
        Unproven(CaseAction.DecideObjection, Stage.ObjectionLodged),
    ];

    private static string Called(string who, string name) => $"UPDATE AspNetUsers SET Name = '{name}' WHERE Email = '{DemoAccounts.Email(who)}'";

    private static SpoiltStep Unproven(CaseAction action, Stage stage) => new(action, Requirement.SignedAfresh, stage, (_, @case) => @case.UnprovenAsync(action));
}
