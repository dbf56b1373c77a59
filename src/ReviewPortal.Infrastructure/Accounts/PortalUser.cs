using Microsoft.AspNetCore.Identity;

namespace ReviewPortal.Infrastructure.Accounts;

/// <summary>An account. Roles hang on it through Identity; a student's sittings are theirs by the student number.</summary>
public sealed class PortalUser : IdentityUser<Guid>
{
    public string Name { get; set; } = "";

    /// <summary>Only for students; leading zeros matter.</summary>
    public string? StudentNumber { get; set; }

    /// <summary>"nl" or "en": the language of letters to this person.</summary>
    public string Language { get; set; } = "nl";

    /// <summary>A disabled account keeps its history and can do nothing.</summary>
    public bool Disabled { get; set; }

    /// <summary>This reviewer wants to see signals only after a first pass of their own; stricter than the institution, never looser.</summary>
    public bool SignalsAfterOwnPass { get; set; }

    /// <summary>Offered with one click on the sign-in page; exists in Development only.</summary>
    public bool IsDemo { get; set; }
}
