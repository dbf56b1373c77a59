namespace ReviewPortal.Core.Review;

/// <summary>Whether a reviewer may take the sitting that waits longest, beside being assigned one. No law says; the institution does.</summary>
public sealed record TakingPolicy(bool Allowed);
