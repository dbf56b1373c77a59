using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Cases;
using ReviewPortal.Infrastructure.Import.Rosters;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>The rosters: exam by exam who was enrolled, who has a sitting, and who is missing.</summary>
public sealed partial class RostersPage(RosterViews rosters, NavigationManager navigation, Me me)
{
    private ImmutableArray<RosterExam> _exams = [];
    private ImmutableArray<RosterImport> _imports = [];
    private RosterDetails? _details;
    private PersonId _by;
    private bool _loaded;

    /// <summary>The test that is shown, by its code.</summary>
    [SupplyParameterFromQuery(Name = "exam")]
    public string? Exam { get; set; }

    /// <summary>Why a file that was sent is no roster.</summary>
    [SupplyParameterFromQuery(Name = "refused")]
    public string? Refused { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        _by = await me.IdAsync();
        _exams = await rosters.ExamsAsync(_by, CancellationToken.None);
        _imports = await rosters.ImportsAsync(_by, CancellationToken.None);
        _details = Exam is { Length: > 0 } ? await rosters.DetailsAsync(Exam, _by, CancellationToken.None) : null;
        _loaded = true;
    }

    private void Gone() => navigation.NavigateTo(Links.Rosters);

    private static string Sentence(RosterImport import) => RosterSentence.Of(
        import.File,
        new RosterTakenIn(import.Added, import.Changed, import.Same, new RosterProblems(import.Problems, import.Refused), import.LeftOut, import.Irregularities),
        Here.Language);
}
