using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Writing;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Decisions;

/// <summary>Two versions of a decision beside each other, read when somebody asks for them.</summary>
public sealed partial class VersionsCard(DecisionVersions versions)
{
    private ImmutableArray<KeptVersion> _versions;
    private int _from;
    private int _to;

    [Parameter, EditorRequired]
    public CaseId Case { get; set; }

    [Parameter, EditorRequired]
    public PersonId By { get; set; }

    /// <summary>What could be told to the candidates of this test, of which a draft names one.</summary>
    [Parameter, EditorRequired]
    public ImmutableArray<GivenInstruction> Instructions { get; set; }

    // Only what differs is shown; a field that was empty in both is none of anybody's business.
    private ImmutableArray<(string Field, ImmutableArray<DiffPart> Parts)> Differences =>
    [
        .. DraftTexts.Of(Draft(_from), Instructions, Fields).Zip(DraftTexts.Of(Draft(_to), Instructions, Fields))
            .Where(pair => pair.First.Text != pair.Second.Text)
            .Select(pair => (pair.First.Field, WordDiff.Between(pair.First.Text, pair.Second.Text))),
    ];

    private DecisionDraft Draft(int number) => _versions.First(version => version.Number == number).Draft;

    private string NameOf(KeptVersion version) => Texts[version.SignedAt is null ? "Version" : "Version.Signed", version.Number, version.ByName, version.Until.InWords(Here.Language)];

    private async Task ShowAsync()
    {
        _versions = await versions.ListAsync(Case, By, CancellationToken.None);
        if (_versions.Length >= 2) (_from, _to) = (_versions[^2].Number, _versions[^1].Number);
    }
}
