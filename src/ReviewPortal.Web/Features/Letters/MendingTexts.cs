namespace ReviewPortal.Web.Features.Letters;

/// <summary>The words of the links to where a letter is mended; the texts stand in the resource files beside this one.</summary>
public sealed class MendingTexts;
