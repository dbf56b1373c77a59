using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace ReviewPortal.Web.Access;

/// <summary>Identity's objections as sentences of this portal.</summary>
internal static class AccountErrors
{
    public static string Sentence(IdentityError error, IStringLocalizer<AccessTexts> texts)
    {
        var text = texts["Error." + error.Code];
        return text.ResourceNotFound ? error.Description : text;
    }
}
