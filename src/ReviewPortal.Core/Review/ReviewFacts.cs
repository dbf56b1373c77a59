using System.Collections.Immutable;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Review;

/// <summary>What the marks and the watching mean for the procedure.</summary>
public static class ReviewFacts
{
    public static void State(
        CaseFacts facts,
        Sitting sitting,
        ReviewAssignment? assignment,
        IReadOnlyCollection<Observation> observations,
        IReadOnlyCollection<Recording> recordings,
        IReadOnlyCollection<Seen> allSeen,
        ViewingPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(sitting);
        var seen = Of(assignment?.Reviewer);
        facts
            .State(Requirement.ViewingDocumented, Coverage.IsWhole(sitting, recordings, seen) || !string.IsNullOrWhiteSpace(assignment?.ViewingNote))
            .State(Requirement.SecondViewingDocumented, Coverage.IsWhole(sitting, recordings, Of(assignment?.SecondReviewer)) || !string.IsNullOrWhiteSpace(assignment?.SecondViewingNote))
            .State(Requirement.MinimumWatched, !policy.Asks || Shares().All(track => track.Share >= policy.Share))
            .State(Requirement.MomentsWatched, observations.Where(observation => observation.CarriesReport).All(observation => Coverage.Includes(recordings, seen, observation.Fragment)))
            .State(Requirement.GroundOtherThanNetiquette, observations.Any(observation => observation.CarriesReport))
            .State(Requirement.NoGroundMarked, !observations.Any(observation => observation.Category.CanBeReported))
            .State(Requirement.FactsApartFromInference, observations.All(observation => observation.IsComplete && Wording.KeepsToFacts(observation.Seen)));

        if (policy.Asks)
        {
            facts.Explain(Requirement.MinimumWatched, language => LifecycleTexts.Of(
                "Detail.MinimumWatched", language, policy.Share.Percent(language), policy.UpTo.Highest(),
                Shares().Select(track => $"{RecordingTexts.Of(track.Role, language)} {track.Share.Percent(language)}").Enumerate(language)));
        }

        ImmutableArray<(TrackRole Role, double Share)> Shares() => Coverage.UpTo(policy.UpTo, sitting, recordings, seen);
        Seen[] Of(PersonId? reviewer) => [.. allSeen.Where(item => item.Reviewer == reviewer)];
    }
}
