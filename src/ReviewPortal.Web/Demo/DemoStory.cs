using ReviewPortal.Core.ProcesVerbaal;

namespace ReviewPortal.Web.Demo;

/// <summary>
/// What happened in the demo's past: the sample sittings stand in every stage of the procedure, because these people took the steps.
/// The days count from the test.
/// </summary>
internal static partial class DemoStory
{
    private const string Reviewer = "reviewer";
    private const string Second = "tweede";
    private const string Careful = "De commissie heeft het proces-verbaal nagelezen en de genoemde momenten zelf bekeken. Het is zorgvuldig opgemaakt: feiten en vermoeden staan apart en een tweede reviewer heeft onafhankelijk gekeken.";

    /// <summary>Plans the steps in this sitting's case; candidates who are not of the samples have no past.</summary>
    public static void Plan(DemoCase @case)
    {
        Action<DemoCase>? tell = @case.Candidate switch
        {
            "C-4701" => Clean,
            "C-4702" => PoorLighting,
            "C-4703" => FlatmateReported,
            "C-4704" => FlatmateUnreported,
            "C-4705" => Outage,
            "C-4706" => OutOfView,
            "C-4707" => PhoneAndNotes,
            "C-4708" => Netiquette,
            "C-4709" => Music,
            "C-4710" => Earplugs,
            "C-4712" => ReadingAside,
            "C-4713" => Screenshot,
            _ => null,
        };
        tell?.Invoke(@case);
    }

    private static void Review(DemoCase @case, Func<Task> mark, int day = 2)
    {
        @case.On(1, 9, () => @case.AssignAsync(Reviewer));
        @case.On(day, 10, async () =>
        {
            await @case.WatchAsync(Reviewer);
            await mark();
        });
        @case.On(day, 11, () => @case.AskSecondReviewAsync(Reviewer));
    }

    private static ProcesVerbaalDraft Irregularity(string inference, string? instruction, string inFavour) =>
        new(Suspicion.Irregularity, inference, inFavour, instruction, IdentityCheck.Confirmed, BsnVisible: false);
}
