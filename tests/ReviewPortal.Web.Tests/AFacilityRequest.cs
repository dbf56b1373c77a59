using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Demo;
using ReviewPortal.Web.Features.Necessity;
using ReviewPortal.Web.Features.Student;

namespace ReviewPortal.Web.Tests;

/// <summary>One request for a special facility and the steps that people take with it, through the portal's own actions.</summary>
internal sealed partial class AFacilityRequest(APortal portal, FacilityNumber number, Guid id)
{
    public const string Health = "Na een operatie aan mijn rug mag ik niet langer dan een kwartier zitten.";
    public const string Explanation = "Ik kan op de dag van de toets niet naar Utrecht reizen.";
    public const string Student = "0412701";

    public static readonly FacilityDraft Draft = new("Statistiek 2", "PSY-2012", "Bachelor Psychologie, tweede jaar", new DateOnly(2026, 12, 17), FacilityReason.Health, Explanation, Health, "");

    public static readonly FacilityAssessment Met = new(
        null, "", true, "De student kan aantoonbaar niet reizen.", true, "Een mondeling dekt de leerdoelen niet.", true, "Een videogesprek geeft geen zicht op het scherm.") { FactsDiffer = false };

    public static readonly FacilityDecisionDraft Words = new("De commissie vindt de inbreuk aanvaardbaar.", "De student kan in februari op locatie komen.", "", "versie van 1 september 2026");

    public FacilityNumber Number { get; } = number;

    public Guid Id { get; } = id;

    public FacilityAsSeen Latest => new(Id);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The people of the demo agreed to everything; this student no longer does.</summary>
    public static async Task WithdrawAgreementAsync(APortal portal) => Assert.Null(await portal.Get<AgreeToDelivery>().WithdrawAsync(MessageKind.BoardDecision, By(portal, "student1"), Ct));

    public static async Task<AFacilityRequest> FiledAsync(APortal portal, FacilityDraft? draft = null)
    {
        var (answer, number) = await portal.Get<RequestFacility>().FileAsync(draft ?? Draft, By(portal, "student1"), Ct);
        Done(answer);
        return new(portal, number!.Value, await portal.ReadAsync(db => db.FacilityRequests.Where(item => item.Number == number).Select(item => item.Id).SingleAsync(Ct)));
    }

    public static async Task<AFacilityRequest> DecidedAsync(APortal portal)
    {
        var request = await FiledAsync(portal);
        await request.ConsultedAsync();
        Done(await request.AssessAsync(Met));
        Done(await request.DecideAsync(granted: true));
        return request;
    }

    public static async Task<AFacilityRequest> PublishedAsync(APortal portal)
    {
        var request = await DecidedAsync(portal);
        Done(await request.PublishAsync());
        return request;
    }

    public Task<FacilityAnswer> AskAsync(FacilityAction action, string whom, string question = "Kan het anders?", string by = "secretaris") =>
        portal.Get<ConsultOnFacility>().AskAsync(Latest, action, By(portal, whom), question, By(portal, by), Ct);

    public Task<FacilityAnswer> AnswerAsync(FacilityAction action, string by, string answer = "Nee, dat kan niet.", bool? agrees = null) => portal.Get<ConsultOnFacility>().AnswerAsync(Latest, action, answer, agrees, By(portal, by), Ct);

    /// <summary>The examiner and the director were asked and answered.</summary>
    public async Task ConsultedAsync()
    {
        Done(await AskAsync(FacilityAction.ConsultExaminer, "examinator"));
        Done(await AskAsync(FacilityAction.AskDirector, "directeur"));
        Done(await AnswerAsync(FacilityAction.AnswerExaminer, "examinator"));
        Done(await AnswerAsync(FacilityAction.AnswerDirector, "directeur", "Ja.", agrees: true));
    }

    public Task<FacilityAnswer> AssessAsync(FacilityAssessment found, string by = "lid1") => portal.Get<DecideFacility>().AssessAsync(Latest, found, By(portal, by), Ct);

    public Task<FacilityAnswer> AskViewAsync(DateOnly answerBy, string differing = "De bond meldt iets anders.", string by = "secretaris") => portal.Get<DecideFacility>().AskViewAsync(Latest, differing, answerBy, By(portal, by), Ct);

    public Task<FacilityAnswer> GiveViewAsync(string text, string by = "student1") => portal.Get<RequestFacility>().GiveViewAsync(Latest, text, By(portal, by), Ct);

    public Task<FacilityAnswer> DecideAsync(bool granted, FacilityDecisionDraft? draft = null, string by = "voorzitter", bool signs = true) => portal.Get<DecideFacility>().DecideAsync(Latest, granted, draft ?? Words, signs ? Signed(portal, by) : Signatory.Unproven(By(portal, by)), Ct);

    public Task<FacilityAnswer> ReopenAsync(string by = "voorzitter") => portal.Get<DecideFacility>().ReopenAsync(Latest, By(portal, by), Ct);

    /// <param name="proof">With it what was printed is recorded as posted at once.</param>
    public Task<FacilityAnswer> PublishAsync(SendingChannel channel = SendingChannel.Portal, string proof = "", string by = "secretaris", string address = "", bool signs = true) =>
        PostedAsync(portal.Get<PublishFacility>().RunAsync(Latest, channel, address, signs ? Signed(portal, by) : Signatory.Unproven(By(portal, by)), Ct), proof);

    public Task<FacilityAnswer> WithdrawAsync(string by = "student1") => portal.Get<RequestFacility>().WithdrawAsync(Latest, By(portal, by), Ct);

    public Task<FacilityRequest> NowAsync() => portal.ReadAsync(db => db.FacilityRequests.SingleAsync(item => item.Id == Id, Ct));

    public Task<Letter> LetterAsync() => portal.ReadAsync(db => db.Letters.SingleAsync(item => item.Request == Id, Ct));

    public static void Done(FacilityAnswer answer) => Assert.True(answer.IsDone, (answer as FacilityRefused)?.Sentence(Language.English));

    public static FacilityNeed[] Unmet(FacilityAnswer answer) => [.. Assert.IsType<FacilityRefused>(answer).Unmet];

    private static Signatory Signed(APortal portal, string by) => Signatory.Proven(By(portal, by), new Signing(SigningMethod.Demo, portal.Clock.GetUtcNow()));

    public static PersonId By(APortal portal, string who) => portal.Who(who switch
    {
        "student1" => DemoAccounts.StudentEmail(Student),
        "student2" => DemoAccounts.StudentEmail("0412702"),
        "examinator2" => "m.jansen@uni.example",
        _ => who,
    }).Id;
}
