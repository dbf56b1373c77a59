namespace ReviewPortal.Web.Access;

/// <summary>What the public page about the code of a letter says, in Dutch and English.</summary>
public sealed class VerifyTexts;
