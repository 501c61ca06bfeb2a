// OHIF's configuration. The hub has a study list of its own, to which the logo leads back.
window.config = {
  routerBasename: null,
  extensions: [],
  modes: [],
  customizationService: {},
  showStudyList: false,
  maxNumberOfWebWorkers: 3,
  investigationalUseDialog: { option: 'never' },
  whiteLabeling: {
    createLogoComponentFn: React =>
      React.createElement(
        'a',
        {
          href: '/',
          'data-cy': 'hub-study-list',
          style: { display: 'inline-block', padding: '8px 12px', color: '#9ccef9' },
        },
        '\u2039 ' + (/(^|; )i18next=vi/.test(document.cookie) ? 'Danh s\u00e1ch ca' : 'Studies')
      ),
  },
  defaultDataSourceName: 'hub',
  dataSources: [
    {
      namespace: '@ohif/extension-default.dataSourcesModule.dicomweb',
      sourceName: 'hub',
      configuration: {
        friendlyName: 'Hub',
        name: 'hub',
        qidoRoot: '/dicomweb',
        wadoRoot: '/dicomweb',
        wadoUriRoot: '/wado',
        imageRendering: 'wadors',
        thumbnailRendering: 'wadors',
        enableStudyLazyLoad: true,
        supportsFuzzyMatching: true,
        supportsWildcard: true,
        omitQuotationForMultipartRequest: true,
        singlepart: 'bulkdata,video,pdf',
        bulkDataURI: { enabled: true },
      },
    },
  ],
};
