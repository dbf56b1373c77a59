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
        IReadOnlyCollection<Observation> allObservations,
        IReadOnlyCollection<Recording> recordings,
        IReadOnlyCollection<Seen> allSeen,
        ViewingPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(sitting);
        var (seen, second) = (Of(assignment?.Reviewer), Of(assignment?.SecondReviewer));
        Observation[] observations = [.. MarksOf(assignment?.Reviewer)];
        facts
            .State(Requirement.ViewingDocumented, Coverage.IsWhole(sitting, recordings, seen) || !Inked.IsEmpty(assignment?.ViewingNote))
            .State(Requirement.SecondViewingDocumented, Coverage.IsWhole(sitting, recordings, second) || !Inked.IsEmpty(assignment?.SecondViewingNote))
            .State(Requirement.MinimumWatched, IsEnough(seen))
            .State(Requirement.SecondMinimumWatched, IsEnough(second))
            .State(Requirement.MomentsWatched, HavePlayed(observations, seen))
            .State(Requirement.SecondMomentsWatched, HavePlayed(MarksOf(assignment?.SecondReviewer), second))
            .State(Requirement.GroundOtherThanNetiquette, observations.Any(observation => observation.CarriesReport))
            .State(Requirement.NoGroundMarked, !observations.Any(observation => observation.Category.CanBeReported))
            .State(Requirement.FactsApartFromInference, observations.All(observation => observation.IsComplete && Wording.KeepsToFacts(observation.Seen)));

        if (policy.Asks)
        {
            facts.Explain(Requirement.MinimumWatched, language => Explained(seen, language)).Explain(Requirement.SecondMinimumWatched, language => Explained(second, language));
        }

        string Explained(Seen[] by, Language language) => LifecycleTexts.Of(
            "Detail.MinimumWatched", language, policy.Share.Percent(language), policy.UpTo.Highest(),
            Shares(by).Select(track => $"{RecordingTexts.Of(track.Role, language)} {track.Share.Percent(language)}").Enumerate(language));
        bool IsEnough(Seen[] by) => !policy.Asks || Shares(by).All(track => track.Share >= policy.Share);
        bool HavePlayed(IEnumerable<Observation> marks, Seen[] by) => marks.Where(mark => mark.CarriesReport).All(mark => Coverage.Includes(recordings, by, mark.Fragment));
        ImmutableArray<(TrackRole Role, double Share)> Shares(Seen[] by) => Coverage.UpTo(policy.UpTo, sitting, recordings, by);
        IEnumerable<Observation> MarksOf(PersonId? reviewer) => allObservations.Where(item => item.By == reviewer);
        Seen[] Of(PersonId? reviewer) => [.. allSeen.Where(item => item.Reviewer == reviewer)];
    }
}
