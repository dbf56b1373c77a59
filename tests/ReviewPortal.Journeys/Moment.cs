namespace ReviewPortal.Journeys;

/// <summary>A moment to be marked.</summary>
/// <param name="From">As a reviewer types it: 00:00:30.</param>
/// <param name="Category">A word in the name of the category.</param>
internal sealed record Moment(string From, string To, string Category, string Seen);
