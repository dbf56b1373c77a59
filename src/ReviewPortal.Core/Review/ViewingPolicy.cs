namespace ReviewPortal.Core.Review;

/// <summary>How much of every track an institution wants watched before a review ends in anything (Protocol, Reviewer 1; UU-REV-1).</summary>
/// <param name="Share">From 0 to 1; zero asks for nothing beyond the account of the viewing.</param>
/// <param name="UpTo">What was played faster than this does not count.</param>
public sealed record ViewingPolicy(double Share, SpeedClass UpTo)
{
    /// <summary>Watched whole, or a note that says why not: what holds when an institution sets nothing.</summary>
    public static readonly ViewingPolicy AccountOnly = new(0, SpeedClass.UpTo16);

    public bool Asks => Share > 0;
}
