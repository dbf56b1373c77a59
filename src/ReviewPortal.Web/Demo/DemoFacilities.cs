using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Features.Necessity;
using ReviewPortal.Web.Features.Student;

namespace ReviewPortal.Web.Demo;

/// <summary>Two requests for a special facility in the demo's past: one that was granted, and one that the board still has to decide.</summary>
internal sealed class DemoFacilities(DemoStage stage)
{
    private const string Examiner = "a.devries@uni.example";

    private FacilityAsSeen _sport;
    private FacilityAsSeen _health;

    private static CancellationToken None => CancellationToken.None;

    public void Plan()
    {
        On(2, 11, async () => _sport = await FileAsync("0412701", new(
            "Statistiek 2", "PSY-2012", "Bachelor Psychologie, tweede jaar", new DateOnly(2026, 12, 17), FacilityReason.EliteSportAbroad,
            "Ik roei in de nationale selectie en ben van 7 tot en met 20 december op trainingskamp in Sevilla. De bond stelt deelname verplicht. De herkansing valt in dezelfde week als de wereldbekerwedstrijden.", "", "")));
        On(3, 10, () => AskAsync(_sport, FacilityAction.ConsultExaminer, Examiner, "Kan de toets Statistiek 2 van 17 december op een andere manier worden afgenomen, of met een lichtere vorm van toezicht dan online proctoring?"));
        On(3, 11, () => AskAsync(_sport, FacilityAction.AskDirector, DemoAccounts.Email("directeur"), "Komt de toets Statistiek 2 van 17 december in aanmerking voor online proctoring?"));
        On(4, 14, () => AnswerAsync(_sport, FacilityAction.AnswerExaminer, Examiner, "Een mondeling dekt de leerdoelen niet: het gaat om rekenvaardigheid onder tijdsdruk. Een openboekvariant is er niet. Zonder toezicht op het scherm kan ik niet uitsluiten dat antwoorden worden opgezocht.", agrees: null));
        On(5, 9, () => AnswerAsync(_sport, FacilityAction.AnswerDirector, DemoAccounts.Email("directeur"), "De toets wordt digitaal afgenomen en is eerder online met toezicht gehouden. Hij komt in aanmerking.", agrees: true));
        On(9, 13, async () => await MustAsync(stage.Facility<DecideFacility>().AssessAsync(_sport, new(
            null, "",
            true, "De student is topsporter en verblijft op de dag van de toets aantoonbaar in het buitenland. Een verklaring van de bond is gezien.",
            true, "Volgens de examinator dekt een mondeling of een openboektoets de leerdoelen niet.",
            true, "Een lichtere vorm van toezicht, zoals een videogesprek, geeft geen zicht op het scherm. Dat is bij deze toets nodig.") { FactsDiffer = false }, await IdAsync(DemoAccounts.Email("lid1")), None)));
        On(9, 15, async () => await MustAsync(stage.Facility<DecideFacility>().DecideAsync(_sport, granted: true, new(
            "De wedstrijdsport en de toets vallen op dezelfde dag, en de herkansing biedt geen uitkomst. Zonder deze voorziening loopt de student een half jaar vertraging op. De commissie vindt de inbreuk die een opname maakt daarom aanvaardbaar.",
            "", "", "versie van 1 september 2026"), stage.Signed(await IdAsync(DemoAccounts.Email("voorzitter"))), None)));
        On(10, 10, async () => await MustAsync(stage.Facility<PublishFacility>().RunAsync(_sport, SendingChannel.Portal, "", stage.Signed(await IdAsync(DemoAccounts.Email("secretaris"))), None)));

        // Eighteen days before the test: late, and still to be handled (UU-R1-5).
        On(16, 16, async () => _health = await FileAsync("0412709", new(
            "Cognition and Memory", "PSY-2030", "Bachelor Psychology, third year", new DateOnly(2026, 12, 4), FacilityReason.Health,
            "I cannot travel to the test hall in Utrecht on the day of the test. My family can drive me to a quiet room nearby, with a good internet connection.",
            "After an operation on 12 November I may not sit in a car or train for longer than fifteen minutes until mid-December.",
            "The operation was planned on 11 November, one day before it took place.")));
        On(17, 10, () => AskAsync(_health, FacilityAction.ConsultExaminer, Examiner, "Can the test Cognition and Memory of 4 December be taken in another form, or with a lighter form of surveillance than online proctoring?"));
        On(17, 11, () => AskAsync(_health, FacilityAction.AskDirector, DemoAccounts.Email("directeur"), "Komt de toets Cognition and Memory van 4 december in aanmerking voor online proctoring?"));
        On(18, 9, () => AnswerAsync(_health, FacilityAction.AnswerExaminer, Examiner, "An oral exam is not possible for 240 students, and an essay does not test recognition. A lighter form would be a video call, but I have no staff for it that day.", agrees: null));
    }

    private void On(int dayOfNovember, int hour, Func<Task> what) => stage.Plan(Amsterdam.At(new DateOnly(2026, 11, dayOfNovember), new TimeOnly(hour, 0)), what);

    private async Task<FacilityAsSeen> FileAsync(string student, FacilityDraft draft)
    {
        var (answer, number) = await stage.Facility<RequestFacility>().FileAsync(draft, await IdAsync(DemoAccounts.StudentEmail(student)), None);
        await MustAsync(Task.FromResult(answer));
        return await stage.FacilityAsync(number!.Value);
    }

    private async Task AskAsync(FacilityAsSeen request, FacilityAction action, string whom, string question) =>
        await MustAsync(stage.Facility<ConsultOnFacility>().AskAsync(request, action, await IdAsync(whom), question, await IdAsync(DemoAccounts.Email("secretaris")), None));

    private async Task AnswerAsync(FacilityAsSeen request, FacilityAction action, string who, string answer, bool? agrees) =>
        await MustAsync(stage.Facility<ConsultOnFacility>().AnswerAsync(request, action, answer, agrees, await IdAsync(who), None));

    private async Task<PersonId> IdAsync(string email) => (await stage.WhoAsync(email)).Id;

    private static async Task MustAsync(Task<FacilityAnswer> step)
    {
        if (await step is FacilityRefused refused) throw new InvalidOperationException("The demo: " + refused.Sentence(Language.English));
    }
}
