namespace ReviewPortal.Core.Cases;

/// <summary>How somebody showed, shortly before signing, to be who the session says (Awb 2:18).</summary>
/// <param name="ProvedAt">When it was shown; at most so long before the signature as the institution allows.</param>
public sealed record Signing(SigningMethod Method, DateTimeOffset ProvedAt);

/// <summary>By what it was shown.</summary>
public enum SigningMethod
{
    /// <summary>The password of the account was entered again.</summary>
    Password,

    /// <summary>An account of the demo, which has no password, confirmed in words; never outside Development.</summary>
    Demo,
}
