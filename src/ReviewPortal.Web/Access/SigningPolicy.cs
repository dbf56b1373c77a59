namespace ReviewPortal.Web.Access;

/// <summary>How long a proof of who signs lasts (Awb 2:18).</summary>
/// <param name="Fresh">Zero asks for it at every signature.</param>
public sealed record SigningPolicy(TimeSpan Fresh)
{
    /// <summary>A working day; a proof of yesterday is none.</summary>
    public const int MostMinutes = 480;
}
