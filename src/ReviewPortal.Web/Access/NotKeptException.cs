using Microsoft.AspNetCore.Identity;

namespace ReviewPortal.Web.Access;

/// <summary>Undoes a change to an account that met with objections half-way: what throws is not committed.</summary>
internal sealed class NotKeptException(IdentityResult result) : Exception(string.Join(' ', result.Errors.Select(error => error.Description)))
{
    public IdentityResult Result { get; } = result;

    /// <param name="code">The key of the sentence among the texts, after "Error.".</param>
    public static NotKeptException Because(string code) => new(IdentityResult.Failed(new IdentityError { Code = code, Description = code }));

    public static void Unless(IdentityResult result)
    {
        if (!result.Succeeded) throw new NotKeptException(result);
    }
}
